package org.bulkhead.vm.runtime.layout;

import org.bulkhead.vm.magic.NoStackProbe;

/**
 * The layout of objects and arrays.
 *
 * <pre>
 *   0  u32  hub: address of the type's {@link HubLayout hub}
 *   4  u32  status, see {@link StatusWord}
 *   8       fields of the topmost superclass, then of each subclass    |  8  s32  array length
 *           (each at a multiple of its size)                           | 12       elements of 1, 2 or 4 bytes and references
 *                                                                      | 16       elements of 8 bytes
 * </pre>
 * Objects start at multiples of {@link #ALIGNMENT}; a reference is the 32-bit address of the header.
 */
@NoStackProbe
public final class ObjectLayout {
    /** Offset of the 32-bit address of the hub. */
    public static final int HUB = 0;
    /** Offset of the 32-bit status word. */
    public static final int STATUS = 4;
    /** Offset of the first field of an object. */
    public static final int FIRST_FIELD = 8;
    /** Offset of the 32-bit length of an array. */
    public static final int ARRAY_LENGTH = 8;
    /** Bytes of a reference. */
    public static final int REFERENCE_SIZE = 4;
    /** Every object starts at, and occupies, a multiple of this many bytes. */
    public static final int ALIGNMENT = 8;

    private ObjectLayout() {}

    /** Returns the offset of element 0 of an array whose elements are {@code elementSize} (1, 2, 4 or 8) bytes. */
    public static int arrayBase(int elementSize) {
        return elementSize == Long.BYTES ? 16 : 12;
    }

    /** Returns {@code size} rounded up to {@link #ALIGNMENT}. */
    public static long align(long size) {
        return size + ALIGNMENT - 1 & -ALIGNMENT;
    }

    /** Returns the bytes that an array of {@code length} elements of {@code 1 << logElementSize} bytes occupies. */
    public static long arraySize(int logElementSize, int length) {
        return align(arrayBase(1 << logElementSize) + ((long) length << logElementSize));
    }
}
