package org.bulkhead.vm.linker.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.Section;
import org.bulkhead.vm.linker.World;
import org.bulkhead.vm.linker.WorldLinker;
import org.bulkhead.vm.linker.heap.HeapType;
import org.bulkhead.vm.linker.heap.ImageHeap;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/** The objects that static fields refer to which the image does without: not in the image, but what a module finds there if it needs such a field. */
final class DormantObjects {
    /** Marks the address of an object of the image. */
    static final int IMAGE = 0x8000_0000;

    private final WorldLinker linker;
    private final ImageHeap heap;
    private final Map<Integer, Integer> indexes = new LinkedHashMap<>();
    private final Map<Integer, String> interned = new HashMap<>();
    private final Map<Integer, List<Integer>> referrers = new HashMap<>();
    private final Set<VmType> types = new LinkedHashSet<>();
    private Set<Integer> buildOnly;

    DormantObjects(WorldLinker linker) {
        this.linker = linker;
        this.heap = linker.closure().heap();
        heap.literals(World.ISOLATE).forEach((value, ref) -> interned.put(ref, value));
    }

    /** Adds an object and all that it reaches. */
    void add(int first) {
        Deque<Integer> pending = new ArrayDeque<>();
        see(first, pending);
        while (!pending.isEmpty()) {
            int ref = pending.remove();
            if (heap.typeOfMirror(ref) != null) {
                types.add(heap.typeOfMirror(ref));
            } else if (!interned.containsKey(ref)) {
                types.add(heap.typeOf(ref));
                heap.forEachReference(ref, (offset, target) -> {
                    see(target, pending);
                    referrers.computeIfAbsent(target, key -> new ArrayList<>()).add(ref);
                });
            }
        }
    }

    private void see(int ref, Deque<Integer> pending) {
        if (ref != 0 && !linker.objectAddresses().containsKey(ref) && !indexes.containsKey(ref)) {
            indexes.put(ref, indexes.size());
            pending.add(ref);
        }
    }

    /** Returns the types that the objects have, or stand for. */
    Set<VmType> types() {
        return types;
    }

    int count() {
        return indexes.size();
    }

    /** Returns whether an object is, or reaches, one that stands for something that exists only while building. */
    boolean isBuildOnly(int ref) {
        if (buildOnly == null) {
            buildOnly = new HashSet<>();
            Deque<Integer> pending = new ArrayDeque<>();
            for (int each : indexes.keySet()) {
                if (!linker.closure().initializers().belongsInImage(each) && buildOnly.add(each)) {
                    pending.add(each);
                }
            }
            while (!pending.isEmpty()) {
                for (int each : referrers.getOrDefault(pending.remove(), List.of())) {
                    if (buildOnly.add(each)) {
                        pending.add(each);
                    }
                }
            }
        }
        return buildOnly.contains(ref);
    }

    /** Returns how a model names an object. */
    int encode(int ref) {
        if (ref == 0) {
            return 0;
        }
        Integer address = linker.objectAddresses().get(ref);
        return address != null ? address | IMAGE : indexes.get(ref) + 1;
    }

    /** Writes the table and returns its offset. */
    int write(Section out, ModelStrings strings, ToIntFunction<VmType> typeIndex) {
        int table = out.reserve(Integer.BYTES * indexes.size());
        int entry = table;
        for (int ref : indexes.keySet()) {
            out.putInt(entry, out.align(Integer.BYTES));
            entry += Integer.BYTES;
            VmType mirrored = heap.typeOfMirror(ref);
            if (mirrored != null) {
                header(out, ModelFormat.MIRROR, typeIndex.applyAsInt(mirrored), 0, 0, 0);
            } else if (interned.containsKey(ref)) {
                header(out, ModelFormat.LITERAL, strings.index(interned.get(ref)), 0, 0, 0);
            } else {
                writeObject(out, ref, typeIndex.applyAsInt(heap.typeOf(ref)));
            }
        }
        out.align(Integer.BYTES);
        return table;
    }

    private void writeObject(Section out, int ref, int type) {
        HeapType heapType = heap.heapTypeOf(ref);
        int from = heapType.isArray() ? heapType.arrayBase() : ObjectLayout.FIRST_FIELD;
        int size = heap.sizeOf(ref) - from;
        header(out, heapType.isArray() ? ModelFormat.ARRAY : ModelFormat.INSTANCE, type, heap.isHashed(ref) ? heap.identityHash(ref) : 0,
            heapType.isArray() ? heap.arrayLength(ref) : 0, size);
        int at = out.append(heap.getBytes(ref, from, size));
        heap.forEachReference(ref, (offset, target) -> out.putInt(at + offset - from, encode(target)));
    }

    private static void header(Section out, int kind, int typeOrString, int hash, int length, int bytes) {
        out.appendInt(kind);
        out.appendInt(typeOrString);
        out.appendInt(hash);
        out.appendInt(length);
        out.appendInt(bytes);
    }
}
