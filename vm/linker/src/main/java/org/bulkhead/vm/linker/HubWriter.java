package org.bulkhead.vm.linker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.objectweb.asm.tree.InnerClassNode;

/** Writes hubs and the lists that they point to. */
final class HubWriter {
    private final WorldLinker linker;
    private final Closure closure;
    private final TypeSystem types;
    private final Section metadata;
    private final Map<List<Integer>, Integer> lists = new HashMap<>();
    private int emptyTable;

    HubWriter(WorldLinker linker, Section metadata) {
        this.linker = linker;
        this.closure = linker.closure();
        this.types = closure.environment().types();
        this.metadata = metadata;
    }

    /** Gives every hub its place and writes all of it that does not depend on the places of objects. */
    void placeHubs() {
        for (VmType type : closure.hubs()) {
            metadata.align(ObjectLayout.ALIGNMENT);
            linker.placeHub(type, metadata.reserve(WorldLinker.hubSize(type)));
        }
        metadata.align(ObjectLayout.ALIGNMENT);
        for (VmType type : closure.hubs()) {
            writeFixedPart(type, linker.hubAddress(type));
        }
    }

    /** Writes what depends on the places of objects and static data. */
    void write() {
        for (VmType type : closure.hubs()) {
            int hub = linker.hubAddress(type);
            metadata.putInt(hub + HubLayout.MIRROR, linker.mirrorAddress(type));
            metadata.putInt(hub + HubLayout.INIT_STATE, linker.stateAddress(type));
        }
    }

    private void writeFixedPart(VmType type, int hub) {
        metadata.putByte(hub + HubLayout.KIND, kind(type));
        metadata.putByte(hub + HubLayout.FLAGS, flags(type));
        metadata.putInt(hub + HubLayout.INSTANCE_SIZE, type.kind() == VmType.Kind.CLASS ? type.instanceSize() : 0);
        metadata.putInt(hub + HubLayout.SUPERCLASS, optionalHub(type.isInterface() ? null : type.superclass()));
        metadata.putInt(hub + HubLayout.DEPTH, type.depth());
        metadata.putInt(hub + HubLayout.ACCESS_FLAGS, accessFlags(type));
        if (type.isArray()) {
            int elementSize = types.sizeOf(type.component().descriptor());
            metadata.putByte(hub + HubLayout.LOG_ELEMENT_SIZE, Integer.numberOfTrailingZeros(elementSize));
            metadata.putByte(hub + HubLayout.ARRAY_BASE, ObjectLayout.arrayBase(elementSize));
            metadata.putInt(hub + HubLayout.COMPONENT, linker.hubAddress(type.component()));
        }
        VmType array = types.find("[" + type.descriptor());
        metadata.putInt(hub + HubLayout.ARRAY_HUB, type.name().equals("void") ? 0 : optionalHub(array));
        metadata.putInt(hub + HubLayout.REFERENCE_MAP, list(type.kind() == VmType.Kind.CLASS ? type.referenceOffsets() : List.of()));
        metadata.putInt(hub + HubLayout.INTERFACES, interfaces(type));
        int depth = type.depth();
        for (VmType each = type; each != null; each = each.superclass(), depth--) {
            if (depth < HubLayout.DISPLAY_LENGTH && !each.isInterface()) {
                metadata.putInt(hub + HubLayout.DISPLAY + Integer.BYTES * depth, linker.hubAddress(each));
            }
        }
        if (type.classInitializer() != null && linker.hasCode(type.classInitializer())) {
            metadata.putInt(hub + HubLayout.CLASS_INITIALIZER, linker.codeAddress(type.classInitializer()));
        }
        VmMethod values = type.isArray() || type.isPrimitive() ? null : type.declaredMethod("values", "()[" + type.descriptor());
        if (values != null && linker.hasCode(values)) {
            metadata.putInt(hub + HubLayout.ENUM_VALUES, linker.codeAddress(values));
        }
        List<VmMethod> vtable = type.vtable();
        metadata.putInt(hub + HubLayout.VTABLE_LENGTH, vtable.size());
        for (int i = 0; i < vtable.size(); i++) {
            metadata.putInt(hub + HubLayout.VTABLE + Integer.BYTES * i, linker.tableEntry(vtable.get(i)));
        }
        metadata.putInt(hub + HubLayout.INTERFACE_TABLE, interfaceTable(type));
    }

    /** Writes the list of the superinterfaces that have a hub and returns its address. */
    int interfaces(VmType type) {
        return list(type.allInterfaces().stream().filter(linker::hasHub).map(linker::hubAddress).toList());
    }

    private int optionalHub(VmType type) {
        return type != null && linker.hasHub(type) ? linker.hubAddress(type) : 0;
    }

    private static int kind(VmType type) {
        return switch (type.kind()) {
            case CLASS -> HubLayout.KIND_CLASS;
            case INTERFACE -> HubLayout.KIND_INTERFACE;
            case PRIMITIVE -> HubLayout.KIND_PRIMITIVE;
            case ARRAY -> type.types().isReference(type.component().descriptor()) ? HubLayout.KIND_REFERENCE_ARRAY : HubLayout.KIND_PRIMITIVE_ARRAY;
        };
    }

    private int flags(VmType type) {
        int flags = type.isSubtypeOf(types.type("java/lang/Cloneable")) ? HubLayout.FLAG_CLONEABLE : 0;
        flags |= type.declaresDefaultMethods() ? HubLayout.FLAG_DEFAULT_METHODS : 0;
        flags |= type.isSubtypeOf(types.type("java/lang/ref/SoftReference")) ? HubLayout.FLAG_SOFT_REFERENCE : 0;
        return type.isSubtypeOf(types.type("java/lang/ref/Reference")) ? flags | HubLayout.FLAG_REFERENCE : flags;
    }

    private static int accessFlags(VmType type) {
        if (type.node() != null) {
            for (InnerClassNode inner : type.node().innerClasses) {
                if (inner.name.equals(type.name())) {
                    return inner.access;
                }
            }
        }
        return type.access();
    }

    /** Returns the address of a counted list with these values; equal lists are written once. */
    private int list(List<Integer> values) {
        return lists.computeIfAbsent(List.copyOf(values), key -> {
            int at = metadata.appendInt(key.size());
            key.forEach(metadata::appendInt);
            metadata.align(ObjectLayout.ALIGNMENT);
            return at;
        });
    }

    /** Writes the interface table of a type and returns its address; all that are empty are one. */
    int interfaceTable(VmType type) {
        Map<Integer, Integer> entries = new LinkedHashMap<>();
        if (closure.isInstantiated(type)) {
            for (VmType each : type.allInterfaces()) {
                for (VmMethod method : closure.calledMethods(each)) {
                    entries.put(types.interfaceNumber(method), linker.tableEntry(type.select(method)));
                }
            }
        }
        if (entries.isEmpty() && emptyTable != 0) {
            return emptyTable;
        }
        int capacity = Integer.highestOneBit(Math.max(1, 2 * entries.size())) << 1;
        int mask = entries.isEmpty() ? 0 : capacity - 1;
        List<Integer> table = new ArrayList<>(List.of(mask, 0));
        int[] slots = new int[2 * (mask + 1)];
        entries.forEach((number, code) -> {
            int slot = number & mask;
            while (slots[2 * slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[2 * slot] = number;
            slots[2 * slot + 1] = code;
        });
        for (int slot : slots) {
            table.add(slot);
        }
        // Not shared through list(): the table has its own header.
        int at = metadata.align(ObjectLayout.ALIGNMENT);
        table.forEach(metadata::appendInt);
        emptyTable = entries.isEmpty() ? at : emptyTable;
        return at;
    }
}
