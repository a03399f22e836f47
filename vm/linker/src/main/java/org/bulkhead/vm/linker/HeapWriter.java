package org.bulkhead.vm.linker;

import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.heap.ImageHeap;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.layout.StatusWord;

/** Writes objects of the build heap at their final places. */
final class HeapWriter {
    private final WorldLinker linker;
    private final ImageHeap heap;
    private final Section data;
    private final VmField mirrorHub;

    HeapWriter(WorldLinker linker, Section data) {
        this.linker = linker;
        this.heap = linker.closure().heap();
        this.data = data;
        this.mirrorHub = linker.closure().environment().types().type("java/lang/Class").declaredField("hub");
    }

    /** Returns the bytes that an object takes in the image, with its identity hash if it has one. */
    static int sizeInImage(ImageHeap heap, int ref) {
        return heap.sizeOf(ref) + (heap.isHashed(ref) ? StatusWord.HASH_BYTES : 0);
    }

    void writeObject(int ref, int at) {
        int size = heap.sizeOf(ref);
        data.put(at, heap.getBytes(ref, 0, size));
        data.putInt(at + ObjectLayout.HUB, linker.hubAddress(heap.typeOf(ref)));
        data.putInt(at + ObjectLayout.STATUS, heap.isHashed(ref) ? StatusWord.HASH_STORED : StatusWord.UNHASHED);
        if (heap.isHashed(ref)) {
            data.putInt(at + size, heap.identityHash(ref));
        }
        heap.forEachReference(ref, (offset, target) -> data.putInt(at + offset, linker.objectAddress(target)));
        VmType mirrored = heap.typeOfMirror(ref);
        if (mirrored != null && mirrorHub != null) {
            data.putInt(at + mirrorHub.offset(), linker.hubAddress(mirrored));
        }
    }
}
