package org.bulkhead.servers.datastore;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Kept memory whose user dies after a chosen number of stores. Longer stores are done byte by byte, as the processor may. */
final class MortalMemory implements BlockMemory {
    /** Its user has died. */
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final int SIZE = 0x4_0000;

    private final ByteBuffer memory = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private int left = Integer.MAX_VALUE;

    /** Lets the user do {@code stores} more, and then die. */
    void dieAfter(int stores) {
        left = stores;
    }

    /** Returns the memory as the nucleus keeps it, to be read and damaged. */
    ByteBuffer bytes() {
        return memory;
    }

    private void beforeStore() {
        if (left == 0) {
            throw new Died();
        }
        left--;
    }

    @Override
    public int blocks() {
        return SIZE / BLOCK;
    }

    @Override
    public int intAt(int block, int offset) {
        return memory.getInt(block * BLOCK + offset);
    }

    @Override
    public long longAt(int block, int offset) {
        return memory.getLong(block * BLOCK + offset);
    }

    @Override
    public void putInt(int block, int offset, int value) {
        beforeStore();
        memory.putInt(block * BLOCK + offset, value);
    }

    @Override
    public void putLong(int block, int offset, long value) {
        beforeStore();
        memory.putLong(block * BLOCK + offset, value);
    }

    @Override
    public void get(int block, int offset, byte[] into, int at, int length) {
        memory.get(block * BLOCK + offset, into, at, length);
    }

    @Override
    public void put(int block, int offset, byte[] from, int at, int length) {
        for (int i = 0; i < length; i++) {
            beforeStore();
            memory.put(block * BLOCK + offset + i, from[at + i]);
        }
    }
}
