package org.bulkhead.vm.linker.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/** Little-endian bytes that only grow, addressed by 32-bit build addresses. */
abstract class HeapMemory {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST_SIZE = 64 << 10;
    /** Most bytes of a build heap. */
    private static final int LIMIT = 512 << 20;

    private byte[] memory = new byte[FIRST_SIZE];
    private int top = ObjectLayout.ALIGNMENT;
    /** Objects, by build address / 8, whose changes {@link #changed} is told; null if none. */
    private BitSet watched;

    /** Returns the build address of {@code size} zeroed bytes. */
    final int allocate(long size) {
        long end = top + ObjectLayout.align(size);
        if (end > memory.length) {
            if (end > LIMIT) {
                throw new ImageHeapFull(end, LIMIT);
            }
            memory = Arrays.copyOf(memory, (int) Math.min(LIMIT, Math.max(end, 2L * memory.length)));
        }
        int at = top;
        top = (int) end;
        return at;
    }

    final void watch(BitSet objects) {
        watched = objects;
    }

    private void note(int ref) {
        if (watched != null && watched.get(ref / ObjectLayout.ALIGNMENT)) {
            changed(ref);
        }
    }

    /** Is told of each change of a watched object. */
    abstract void changed(int ref);

    /** Returns the first build address that no object has; objects made later lie from here on. */
    public final int end() {
        return top;
    }

    public final byte getByte(int ref, int offset) {
        return memory[ref + offset];
    }

    public final void putByte(int ref, int offset, byte value) {
        note(ref);
        memory[ref + offset] = value;
    }

    public final short getShort(int ref, int offset) {
        return (short) SHORTS.get(memory, ref + offset);
    }

    public final void putShort(int ref, int offset, short value) {
        note(ref);
        SHORTS.set(memory, ref + offset, value);
    }

    public final char getChar(int ref, int offset) {
        return (char) getShort(ref, offset);
    }

    public final int getInt(int ref, int offset) {
        return (int) INTS.get(memory, ref + offset);
    }

    public final void putInt(int ref, int offset, int value) {
        note(ref);
        INTS.set(memory, ref + offset, value);
    }

    public final long getLong(int ref, int offset) {
        return (long) LONGS.get(memory, ref + offset);
    }

    public final void putLong(int ref, int offset, long value) {
        note(ref);
        LONGS.set(memory, ref + offset, value);
    }

    /** Copies {@code length} bytes, which may overlap, between offsets of two objects. */
    public final void copy(int from, int fromOffset, int to, int toOffset, int length) {
        note(to);
        System.arraycopy(memory, from + fromOffset, memory, to + toOffset, length);
    }

    /** Copies {@code length} bytes of an object out of the heap. */
    public final byte[] getBytes(int ref, int offset, int length) {
        return Arrays.copyOfRange(memory, ref + offset, ref + offset + length);
    }

    /** Copies {@code bytes} into an object. */
    public final void putBytes(int ref, int offset, byte[] bytes) {
        note(ref);
        System.arraycopy(bytes, 0, memory, ref + offset, bytes.length);
    }
}
