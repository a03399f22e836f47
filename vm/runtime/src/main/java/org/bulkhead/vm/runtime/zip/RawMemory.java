package org.bulkhead.vm.runtime.zip;

import jdk.internal.misc.Unsafe;

/** Copies between arrays and the memory of direct buffers. */
public final class RawMemory {
    private RawMemory() {}

    /** Returns a copy of {@code length} bytes from {@code address} on. */
    public static byte[] read(long address, int length) {
        byte[] copy = new byte[length];
        Unsafe.getUnsafe().copyMemory(null, address, copy, Unsafe.ARRAY_BYTE_BASE_OFFSET, length);
        return copy;
    }

    /** Writes the first {@code length} bytes of an array to {@code address}. */
    public static void write(byte[] data, int length, long address) {
        Unsafe.getUnsafe().copyMemory(data, Unsafe.ARRAY_BYTE_BASE_OFFSET, null, address, length);
    }
}
