package org.bulkhead.vm.linker.heap;

import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/** What the heap must know of a type to make and walk its objects; one per type, found by its number. */
public final class HeapType {
    private static final int[] NONE = {};

    private final VmType type;
    private final int number;
    private final int instanceSize;
    private final int logElementSize;
    private final int arrayBase;
    private final boolean referenceArray;
    private final int[] referenceOffsets;

    HeapType(VmType type, int number) {
        this.type = type;
        this.number = number;
        if (type.isArray()) {
            int elementSize = type.types().sizeOf(type.component().descriptor());
            instanceSize = 0;
            logElementSize = Integer.numberOfTrailingZeros(elementSize);
            arrayBase = ObjectLayout.arrayBase(elementSize);
            referenceArray = type.types().isReference(type.component().descriptor());
            referenceOffsets = NONE;
        } else {
            instanceSize = type.instanceSize();
            logElementSize = 0;
            arrayBase = 0;
            referenceArray = false;
            referenceOffsets = type.referenceOffsets().stream().mapToInt(Integer::intValue).toArray();
        }
    }

    public VmType type() {
        return type;
    }

    /** Returns the number that the hub word of this type's objects holds while building; from 1 on. */
    public int number() {
        return number;
    }

    /** Returns the bytes that an instance occupies; 0 for arrays. */
    public int instanceSize() {
        return instanceSize;
    }

    /** Returns the binary logarithm of the bytes per array element. */
    public int logElementSize() {
        return logElementSize;
    }

    /** Returns the offset of the first array element. */
    public int arrayBase() {
        return arrayBase;
    }

    public boolean isArray() {
        return arrayBase != 0;
    }

    /** Returns whether this is an array type whose elements the collector follows. */
    public boolean isReferenceArray() {
        return referenceArray;
    }

    /** Returns the offsets of the reference fields of an instance, ascending; shared, not to be changed. */
    int[] referenceOffsets() {
        return referenceOffsets;
    }
}
