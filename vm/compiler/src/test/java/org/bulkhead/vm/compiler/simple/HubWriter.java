package org.bulkhead.vm.compiler.simple;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/** Writes the hub of a type for {@link NativeProgram}: what the compiled code and {@link TestRuntime} look at. */
final class HubWriter {
    private final VmType type;
    private final ToIntFunction<Symbol> addresses;
    private final Function<byte[], Integer> blobs;
    private final ToIntFunction<VmMethod> code;
    private final List<VmMethod> called;

    HubWriter(VmType type, ToIntFunction<Symbol> addresses, Function<byte[], Integer> blobs, ToIntFunction<VmMethod> code, List<VmMethod> called) {
        this.type = type;
        this.addresses = addresses;
        this.blobs = blobs;
        this.code = code;
        this.called = called;
    }

    static int size(VmType type) {
        return HubLayout.VTABLE + Integer.BYTES * type.vtable().size();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] write() {
        ByteBuffer hub = buffer(size(type));
        if (type.isArray()) {
            int size = type.types().sizeOf(type.component().descriptor());
            hub.put(HubLayout.LOG_ELEMENT_SIZE, (byte) Integer.numberOfTrailingZeros(size));
            hub.put(HubLayout.ARRAY_BASE, (byte) ObjectLayout.arrayBase(size));
            hub.putInt(HubLayout.COMPONENT, hub(type.component()));
        } else if (!type.isPrimitive()) {
            hub.putInt(HubLayout.INSTANCE_SIZE, type.instanceSize());
        }
        hub.put(HubLayout.KIND, (byte) (!type.isArray() ? HubLayout.KIND_CLASS
            : type.types().isReference(type.component().descriptor()) ? HubLayout.KIND_REFERENCE_ARRAY : HubLayout.KIND_PRIMITIVE_ARRAY));
        List<Integer> references = type.referenceOffsets();
        ByteBuffer map = buffer(Integer.BYTES * (references.size() + 1));
        map.putInt(references.size());
        references.forEach(map::putInt);
        hub.putInt(HubLayout.REFERENCE_MAP, blobs.apply(map.array()));
        hub.putInt(HubLayout.MIRROR, addresses.applyAsInt(new Symbol.Mirror(type)));
        hub.putInt(HubLayout.SUPERCLASS, type.superclass() == null ? 0 : hub(type.superclass()));
        hub.putInt(HubLayout.DEPTH, type.depth());
        for (VmType each = type; each != null; each = each.superclass()) {
            if (each.depth() < HubLayout.DISPLAY_LENGTH) {
                hub.putInt(HubLayout.DISPLAY + Integer.BYTES * each.depth(), hub(each));
            }
        }
        List<VmType> interfaces = new ArrayList<>(type.allInterfaces());
        ByteBuffer list = buffer(Integer.BYTES * (interfaces.size() + 1));
        list.putInt(interfaces.size());
        interfaces.forEach(each -> list.putInt(hub(each)));
        hub.putInt(HubLayout.INTERFACES, blobs.apply(list.array()));
        hub.putInt(HubLayout.INTERFACE_TABLE, blobs.apply(interfaceTable()));
        for (int i = 0; i < type.vtable().size(); i++) {
            hub.putInt(HubLayout.VTABLE + Integer.BYTES * i, code.applyAsInt(type.vtable().get(i)));
        }
        return hub.array();
    }

    private int hub(VmType of) {
        return addresses.applyAsInt(new Symbol.Hub(of));
    }

    private byte[] interfaceTable() {
        Map<Integer, Integer> entries = new TreeMap<>();
        for (VmMethod method : called) {
            if (method.owner().isInterface() && type.isSubtypeOf(method.owner()) && type.select(method) != null) {
                entries.put(type.types().interfaceNumber(method), code.applyAsInt(type.select(method)));
            }
        }
        int slots = Integer.highestOneBit(entries.size() + 1) * 2;
        ByteBuffer table = buffer(HubLayout.INTERFACE_TABLE_ENTRIES + HubLayout.INTERFACE_TABLE_ENTRY_SIZE * slots);
        table.putInt(0, slots - 1);
        entries.forEach((number, address) -> {
            int slot = number & slots - 1;
            while (table.getInt(at(slot)) != 0) {
                slot = slot + 1 & slots - 1;
            }
            table.putInt(at(slot), number);
            table.putInt(at(slot) + Integer.BYTES, address);
        });
        return table.array();
    }

    private static int at(int slot) {
        return HubLayout.INTERFACE_TABLE_ENTRIES + HubLayout.INTERFACE_TABLE_ENTRY_SIZE * slot;
    }
}
