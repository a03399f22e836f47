package org.bulkhead.vm.linker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.Relocation;
import org.bulkhead.vm.compiler.Routine;
import org.bulkhead.vm.compiler.RuntimeCall;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.heap.ImageHeap;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/**
 * Gives everything of a complete {@link Closure} its address and writes it into three sections: code, metadata (never written at run time) and data (heap and static fields).
 *
 * <p>The data section holds, in this order: static fields that hold references, other static fields, initialisation state words, objects that can hold references, other objects.
 */
public final class WorldLinker {
    private static final int CODE_ALIGNMENT = 16;
    private static final int PAGE_SIZE = 4096;

    private final Closure closure;
    private final ImageHeap heap;
    private final Section code;
    private final Map<VmMethod, Integer> methods = new HashMap<>();
    private final Map<Routine, Integer> routines = new HashMap<>();
    private final Map<VmType, Integer> hubs = new HashMap<>();
    private final Map<VmField, Integer> statics = new HashMap<>();
    private final Map<VmType, Integer> states = new HashMap<>();
    private final Map<Integer, Integer> objects = new HashMap<>();
    private final Map<Integer, Integer> replacedWords = new TreeMap<>();
    private BaseHubs baseHubs;
    private Section metadata;
    private Reflected.Tables tables;
    private Section data;
    private byte[] identity;
    private CodeTableWriter codeTableWriter;
    private int codeTable;
    private int staticReferencesStart;
    private int staticReferencesEnd;
    private int heapStart;
    private int heapReferencesEnd;
    private int heapEnd;
    private int heapPages;

    /** Begins to link a closure; {@code code} is where the machine code goes and may already hold some (assembly). */
    public WorldLinker(Closure closure, Section code) {
        this.closure = closure;
        this.heap = closure.heap();
        this.code = code;
        closure.routines().forEach((routine, compiled) -> {
            code.align(CODE_ALIGNMENT);
            routines.put(routine, code.append(compiled.code()));
        });
        closure.methods().forEach((method, compiled) -> {
            code.align(CODE_ALIGNMENT);
            methods.put(method, code.append(compiled.code()));
        });
    }

    /** Writes hubs and code table to {@code section}; all but the places of the data section is then fixed. */
    public void writeMetadata(Section section) {
        metadata = section;
        HubWriter hubWriter = new HubWriter(this, section);
        hubWriter.placeHubs();
        baseHubs = new BaseHubs(this, hubWriter);
        baseHubs.writeTables();
        codeTableWriter = new CodeTableWriter(this, section);
        codeTable = codeTableWriter.write();
        tables = closure.reflected().tables(this);
        tables.write();
    }

    /** Places static fields and objects in {@code section}. {@link #finish} must follow, when all fields have their last values. */
    public void placeData(Section section) {
        data = section;
        Comparator<VmField> widest = Comparator.comparingInt((VmField field) -> -field.size());
        List<VmField> fields = new ArrayList<>(closure.statics());
        staticReferencesStart = section.end();
        fields.stream().filter(VmField::isReference).forEach(field -> statics.put(field, section.reserve(field.size())));
        staticReferencesEnd = section.end();
        section.align(Long.BYTES);
        fields.stream().filter(field -> !field.isReference()).sorted(widest).forEach(field -> statics.put(field, section.reserve(field.size())));
        section.align(Integer.BYTES);
        closure.lazilyInitialized().forEach(type -> states.put(type, section.reserve(Integer.BYTES)));
        section.align(ObjectLayout.ALIGNMENT);
        List<Integer> all = closure.reachableObjects();
        heapStart = section.end();
        all.stream().filter(this::canHoldReferences).forEach(this::placeObject);
        heapReferencesEnd = section.end();
        all.stream().filter(ref -> !canHoldReferences(ref)).forEach(this::placeObject);
        heapEnd = section.end();
        section.align(Integer.BYTES);
        heapPages = section.reserve(Integer.BYTES * ((heapReferencesEnd - firstPage() + PAGE_SIZE - 1) / PAGE_SIZE));
    }

    private int firstPage() {
        return heapStart & -PAGE_SIZE;
    }

    /** Writes for each page of objects that can hold references the object that covers the page's first byte (the first object of all, for the first page). */
    private void writeHeapPages() {
        int[] starts = objects.values().stream().mapToInt(Integer::intValue).filter(at -> at < heapReferencesEnd).sorted().toArray();
        int object = 0;
        for (int page = firstPage(), at = heapPages; page < heapReferencesEnd; page += PAGE_SIZE, at += Integer.BYTES) {
            while (object + 1 < starts.length && starts[object + 1] <= page) {
                object++;
            }
            data.putInt(at, starts[object]);
        }
    }

    private boolean canHoldReferences(int ref) {
        VmType type = heap.typeOf(ref);
        return type.isArray() ? heap.heapTypeOf(ref).isReferenceArray() : !type.referenceOffsets().isEmpty();
    }

    private void placeObject(int ref) {
        objects.put(ref, data.reserve(HeapWriter.sizeInImage(heap, ref)));
    }

    /** Writes objects, static fields and what points to them, and patches the code. */
    public void finish() {
        for (VmField field : closure.replacedStatics()) {
            long value = heap.getStatic(field);
            replaceWord(staticAddress(field), field.isReference() ? objectAddress((int) value) : (int) value);
        }
        new HubWriter(this, metadata).write();
        baseHubs.writeStates();
        codeTableWriter.writeMirrors();
        tables.finish();
        HeapWriter writer = new HeapWriter(this, data);
        objects.forEach(writer::writeObject);
        writeHeapPages();
        statics.forEach((field, at) -> data.put(at, field.size(), field.isReference() ? objectAddress((int) heap.getStatic(field)) : heap.getStatic(field)));
        closure.routines().forEach((routine, compiled) -> relocate(compiled, routines.get(routine)));
        closure.methods().forEach((method, compiled) -> relocate(compiled, methods.get(method)));
    }

    private void relocate(CompiledMethod compiled, int start) {
        for (Relocation relocation : compiled.relocations()) {
            int at = start + relocation.offset();
            int target = address(relocation.symbol()) + relocation.addend();
            code.putInt(at, relocation.kind() == Relocation.Kind.RELATIVE ? target - (at + Integer.BYTES) : target);
        }
    }

    /** Returns the address of a symbol. */
    public int address(Symbol symbol) {
        if (symbol instanceof Symbol.Code target) {
            return codeAddress(target.method());
        } else if (symbol instanceof Symbol.Hub hub) {
            return hubAddress(hub.type());
        } else if (symbol instanceof Symbol.Mirror mirror) {
            return objectAddress(heap.mirror(mirror.type()));
        } else if (symbol instanceof Symbol.Literal literal) {
            return objectAddress(heap.literal(literal.value(), closure.world()));
        } else if (symbol instanceof Symbol.StaticField field) {
            return staticAddress(field.field());
        } else if (symbol instanceof Symbol.InitStateWord state) {
            return found(stateAddress(state.type()), state.type());
        } else if (symbol instanceof Symbol.RoutineCode routine) {
            return routineAddress(routine.routine());
        }
        throw new AssertionError(symbol);
    }

    private static int found(int address, Object what) {
        if (address == 0) {
            throw new LinkProblem("internal error: " + what + " was never placed in the image");
        }
        return address;
    }

    /** Returns the first instruction of a method; abstract methods share one that throws. */
    public int codeAddress(VmMethod method) {
        int address = knownCode(method);
        return address != 0 || !method.isAbstract() ? found(address, method) : abstractCalled();
    }

    /** Returns the first instruction of a method, or 0 if it has no code. */
    private int knownCode(VmMethod method) {
        Integer address = methods.get(method);
        return address != null ? address : closure.base().code(method);
    }

    private int abstractCalled() {
        VmMethod filler = closure.environment().runtimeMethod(RuntimeCall.ABSTRACT_CALLED);
        return found(knownCode(filler), filler);
    }

    /** Returns the first instruction of a method, or the one that throws AbstractMethodError if the method has no code in the image. */
    int tableEntry(VmMethod method) {
        int address = method == null ? 0 : knownCode(method);
        return address != 0 ? address : abstractCalled();
    }

    /** Returns whether the method is compiled. */
    public boolean hasCode(VmMethod method) {
        return knownCode(method) != 0;
    }

    public int routineAddress(Routine routine) {
        Integer address = routines.get(routine);
        return found(address != null ? address : closure.base().routine(routine), routine);
    }

    public int hubAddress(VmType type) {
        return found(knownHub(type), type);
    }

    private int knownHub(VmType type) {
        Integer address = hubs.get(type);
        return address != null ? address : closure.base().hub(type);
    }

    /** Returns whether the type has a hub. */
    public boolean hasHub(VmType type) {
        return knownHub(type) != 0;
    }

    void placeHub(VmType type, int address) {
        hubs.put(type, address);
    }

    /** Returns the bytes of a type's hub. */
    public static int hubSize(VmType type) {
        return HubLayout.VTABLE + Integer.BYTES * type.vtable().size();
    }

    /** Returns the address of the initialisation state word, or 0 if the class has none. */
    public int stateAddress(VmType type) {
        Integer address = states.get(type);
        return address != null ? address : closure.base().initializationState(type);
    }

    /** Returns the final address of an object with the given build address; 0 for null. */
    public int objectAddress(int ref) {
        if (ref == 0 || ImageHeap.isBaseObject(ref)) {
            return ImageHeap.baseAddress(ref);
        }
        Integer address = objects.get(ref);
        return address != null ? address : found(0, "an object of type " + heap.typeOf(ref));
    }

    /** Returns the memory of a static field. */
    public int staticAddress(VmField field) {
        Integer address = statics.get(field);
        return found(address != null ? address : closure.base().staticField(field), field);
    }

    /** Returns the mirror's final address, or 0 in the nucleus, which has none. */
    int mirrorAddress(VmType type) {
        return closure.world() == World.NUCLEUS ? 0 : objectAddress(heap.mirror(type));
    }

    /** Sets a static int field to its last value, if the image holds the field. */
    public void setStatic(String owner, String name, int value) {
        VmField field = closure.environment().types().type(owner).declaredField(name);
        if (field != null) {
            if (closure.base().staticField(field) != 0) {
                closure.replaceStatic(field, value);
            } else {
                heap.putStatic(field, value);
            }
        }
    }

    /** Replaces 4 bytes of the base's metadata or data for those who use what is linked here. */
    public void replaceWord(int address, int value) {
        replacedWords.put(address, value);
    }

    /** Returns what takes the place of 4 bytes of the base, by ascending address. */
    public Map<Integer, Integer> replacedWords() {
        return Collections.unmodifiableMap(replacedWords);
    }

    void identify(byte[] bytes) {
        identity = bytes;
    }

    /** Returns the bytes by which the image that was linked is told from others. */
    public byte[] identity() {
        return identity.clone();
    }

    public Closure closure() {
        return closure;
    }

    public Section code() {
        return code;
    }

    public Section metadata() {
        return metadata;
    }

    public Section data() {
        return data;
    }

    /** Returns the address of the code table; it has one entry per method of the closure. */
    public int codeTable() {
        return codeTable;
    }

    public int staticReferencesStart() {
        return staticReferencesStart;
    }

    public int staticReferencesEnd() {
        return staticReferencesEnd;
    }

    public int heapStart() {
        return heapStart;
    }

    public int heapReferencesEnd() {
        return heapReferencesEnd;
    }

    public int heapEnd() {
        return heapEnd;
    }

    /** Returns the address of the table that says where the objects of each page begin. */
    public int heapPages() {
        return heapPages;
    }

    /** Returns the addresses of all compiled methods. */
    public Map<VmMethod, Integer> methodAddresses() {
        return methods;
    }

    /** Returns the final addresses of all objects by build address. */
    public Map<Integer, Integer> objectAddresses() {
        return objects;
    }
}
