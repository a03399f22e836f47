package org.bulkhead.vm.linker.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.Closure;
import org.bulkhead.vm.linker.IsolateWorld;
import org.bulkhead.vm.linker.Section;
import org.bulkhead.vm.linker.World;
import org.bulkhead.vm.linker.WorldLinker;
import org.bulkhead.vm.linker.heap.ImageHeap;
import org.bulkhead.vm.linker.model.ModelFormat.Table;

/** Writes the model of an image that has just been linked, see {@link ModelFormat}. */
public final class ModelWriter {
    private final WorldLinker linker;
    private final Closure closure;
    private final ImageHeap heap;
    private final Section out = new Section(0);
    private final ModelStrings strings = new ModelStrings();
    private final TreeMap<String, VmType> types = new TreeMap<>();
    private final Map<String, Integer> typeIndexes = new HashMap<>();
    private final Map<VmType, List<VmMethod>> methods = new HashMap<>();
    private final Map<VmType, List<VmField>> statics = new HashMap<>();
    private final Map<VmType, List<VmField>> dormant = new LinkedHashMap<>();
    private final Map<VmMethod, Integer> numbers = new HashMap<>();
    private final DormantObjects objects;

    private final Map<String, String> substitutions;

    private ModelWriter(WorldLinker linker, Map<String, String> substitutions) {
        this.linker = linker;
        this.substitutions = substitutions;
        this.closure = linker.closure();
        this.heap = closure.heap();
        this.objects = new DormantObjects(linker);
    }

    /**
     * Returns the model of an image whose linker has finished.
     *
     * @param substitutions the target of each substitution of the class library, by internal names
     */
    public static byte[] write(WorldLinker linker, Map<String, String> substitutions) {
        return new ModelWriter(linker, substitutions).write();
    }

    private byte[] write() {
        collect();
        out.reserve(ModelFormat.HEADER_SIZE);
        out.put(0, ModelFormat.MAGIC);
        out.putInt(ModelFormat.VERSION_AT, ModelFormat.VERSION);
        out.put(ModelFormat.IDENTITY_AT, linker.identity());
        out.putInt(ModelFormat.LAST_NUMBER_AT, numbers.values().stream().mapToInt(Integer::intValue).max().orElse(0));
        writeTypes();
        table(Table.OBJECTS, objects.write(out, strings, this::typeIndex), objects.count());
        writeLiterals();
        table(Table.ROUTINES, out.end(), closure.routines().size());
        closure.routines().keySet().forEach(routine -> {
            out.appendInt(strings.index(routine.name()));
            out.appendInt(linker.routineAddress(routine));
        });
        writePages();
        table(Table.SUBSTITUTIONS, out.end(), substitutions.size());
        substitutions.forEach((name, target) -> {
            out.appendInt(strings.index(name));
            out.appendInt(strings.index(target));
        });
        table(Table.STRINGS, strings.write(out), strings.count());
        out.putInt(ModelFormat.SIZE_AT, out.size());
        return out.toBytes();
    }

    private void table(Table table, int offset, int count) {
        int at = ModelFormat.TABLES_AT + table.ordinal() * ModelFormat.TABLE_ENTRY;
        out.putInt(at, offset);
        out.putInt(at + Integer.BYTES, count);
    }

    private void collect() {
        closure.hubs().forEach(this::add);
        closure.methods().keySet().forEach(method -> methods.computeIfAbsent(method.owner(), key -> new ArrayList<>()).add(method));
        closure.statics().forEach(field -> statics.computeIfAbsent(field.owner(), key -> new ArrayList<>()).add(field));
        TypeSystem system = closure.environment().types();
        for (VmMethod method : system.numberedInterfaceMethods()) {
            numbers.put(method, system.interfaceNumber(method));
            addMethod(method);
        }
        // Also those of classes that have no hub: a call through a table needs none, and a module may bring the first instance.
        closure.called().forEach(this::addMethod);
        methods.keySet().forEach(this::add);
        statics.keySet().forEach(this::add);
        system.loaded().stream().filter(type -> type.classInitializer() != null && isInitialized(type)).forEach(this::add);
        for (VmField field : List.copyOf(heap.touchedStatics())) {
            VmType owner = field.owner();
            if (types.containsKey(owner.name()) && isInitialized(owner) && !closure.statics().contains(field) && !heap.hasInitialValue(field)) {
                dormant.computeIfAbsent(owner, key -> new ArrayList<>()).add(field);
                if (field.isReference()) {
                    objects.add((int) heap.getStatic(field));
                }
            }
        }
        objects.types().forEach(this::add);
        for (String name : types.keySet()) {
            typeIndexes.put(name, typeIndexes.size());
        }
    }

    private void addMethod(VmMethod method) {
        List<VmMethod> known = methods.computeIfAbsent(method.owner(), key -> new ArrayList<>());
        if (!known.contains(method)) {
            known.add(method);
        }
    }

    /** The nucleus's classes are initialised in the same heap, and are none of a module's business. */
    private boolean isInitialized(VmType type) {
        return World.of(type) == World.ISOLATE && closure.initializers().isInitialized(type);
    }

    private void add(VmType type) {
        if (types.putIfAbsent(type.name(), type) == null) {
            type.supertypes().forEach(this::add);
        }
    }

    private int typeIndex(VmType type) {
        return typeIndexes.get(type.name());
    }

    private void writeTypes() {
        int entry = out.reserve(Integer.BYTES * types.size());
        table(Table.TYPES, entry, types.size());
        for (VmType type : types.values()) {
            out.putInt(entry, out.end());
            entry += Integer.BYTES;
            writeType(type);
        }
    }

    private void writeType(VmType type) {
        boolean hasHub = closure.hubs().contains(type);
        boolean lazy = closure.lazilyInitialized().contains(type);
        out.appendInt(strings.index(type.name()));
        out.appendInt(hasHub ? linker.hubAddress(type) : 0);
        out.appendInt(hasHub ? linker.objectAddress(heap.mirror(type)) : 0);
        out.appendInt(lazy ? linker.stateAddress(type) : 0);
        out.appendInt((closure.isInstantiated(type) ? ModelFormat.INSTANTIATED : 0) | (isInitialized(type) ? ModelFormat.INITIALIZED : 0));
        Set<VmType> supertypes = type.supertypes();
        supertypes.remove(type);
        out.appendInt(supertypes.size());
        supertypes.forEach(each -> out.appendInt(typeIndex(each)));
        List<VmMethod> declared = methods.getOrDefault(type, List.of());
        out.appendInt(declared.size());
        for (VmMethod method : declared) {
            out.appendInt(strings.index(method.name()));
            out.appendInt(strings.index(method.descriptor()));
            out.appendInt(linker.methodAddresses().getOrDefault(method, 0));
            out.appendInt(numbers.getOrDefault(method, 0));
            out.appendInt(closure.called().contains(method) ? ModelFormat.CALLED : 0);
        }
        List<VmField> placed = statics.getOrDefault(type, List.of());
        out.appendInt(placed.size());
        for (VmField field : placed) {
            writeName(field);
            out.appendInt(linker.staticAddress(field));
        }
        List<VmField> sleeping = dormant.getOrDefault(type, List.of());
        out.appendInt(sleeping.size());
        sleeping.forEach(this::writeDormant);
    }

    private void writeName(VmField field) {
        out.appendInt(strings.index(field.name()));
        out.appendInt(strings.index(field.descriptor()));
    }

    private void writeDormant(VmField field) {
        writeName(field);
        long value = heap.getStatic(field);
        if (!field.isReference()) {
            out.appendInt(ModelFormat.BITS);
        } else if (objects.isBuildOnly((int) value)) {
            out.appendInt(ModelFormat.UNAVAILABLE);
            value = 0;
        } else {
            out.appendInt(ModelFormat.REFERENCE);
            value = objects.encode((int) value) & 0xFFFF_FFFFL;
        }
        out.put(out.reserve(Long.BYTES), Long.BYTES, value);
    }

    private void writeLiterals() {
        TreeMap<String, Integer> placed = new TreeMap<>();
        heap.literals(World.ISOLATE).forEach((value, ref) -> {
            Integer address = linker.objectAddresses().get(ref);
            if (address != null) {
                placed.put(value, address);
            }
        });
        table(Table.LITERALS, out.end(), placed.size());
        placed.forEach((value, address) -> {
            out.appendInt(strings.index(value));
            out.appendInt(address);
        });
    }

    /** A module may replace words of hubs, and the static fields by which the runtime finds it. */
    private void writePages() {
        Set<Integer> pages = new TreeSet<>();
        for (VmType type : closure.hubs()) {
            int hub = linker.hubAddress(type);
            for (int at = hub & -ModelFormat.PAGE_SIZE; at < hub + WorldLinker.hubSize(type); at += ModelFormat.PAGE_SIZE) {
                pages.add(at);
            }
        }
        for (VmField field : closure.environment().types().type(IsolateWorld.IMAGE_INFO).fields()) {
            if (closure.statics().contains(field)) {
                pages.add(linker.staticAddress(field) & -ModelFormat.PAGE_SIZE);
            }
        }
        table(Table.PAGES, out.end(), pages.size());
        for (int page : pages) {
            boolean isData = page >= linker.data().address();
            out.appendInt(page | (isData ? ModelFormat.DATA_PAGE : 0));
            out.append((isData ? linker.data() : linker.metadata()).toBytes(page, ModelFormat.PAGE_SIZE));
        }
    }
}
