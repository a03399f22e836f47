package org.bulkhead.servers.datastore;

import org.bulkhead.isolate.call.RawBuffer;

/** Memory in blocks of {@value #BLOCK} bytes that outlives the isolate. A store of four or eight bytes at a multiple of them is done as a whole or not at all, whenever the isolate dies; others are not. */
interface BlockMemory {
    /** Bytes of a block. */
    int BLOCK = 256;

    /** Returns the number of blocks. */
    int blocks();

    int intAt(int block, int offset);

    long longAt(int block, int offset);

    void putInt(int block, int offset, int value);

    void putLong(int block, int offset, long value);

    /** Fills {@code length} bytes of an array, from {@code at} on, with the bytes at {@code offset} of a block. */
    void get(int block, int offset, byte[] into, int at, int length);

    /** Stores {@code length} bytes of an array, from {@code at} on, at {@code offset} of a block. */
    void put(int block, int offset, byte[] from, int at, int length);

    /** Returns the memory that the nucleus keeps. */
    static BlockMemory of(RawBuffer kept) {
        return new BlockMemory() {
            @Override
            public int blocks() {
                return kept.length() / BLOCK;
            }

            @Override
            public int intAt(int block, int offset) {
                return kept.intAt(block * BLOCK + offset);
            }

            @Override
            public long longAt(int block, int offset) {
                return kept.longAt(block * BLOCK + offset);
            }

            @Override
            public void putInt(int block, int offset, int value) {
                kept.putInt(block * BLOCK + offset, value);
            }

            @Override
            public void putLong(int block, int offset, long value) {
                kept.putLong(block * BLOCK + offset, value);
            }

            @Override
            public void get(int block, int offset, byte[] into, int at, int length) {
                kept.get(block * BLOCK + offset, into, at, length);
            }

            @Override
            public void put(int block, int offset, byte[] from, int at, int length) {
                kept.put(block * BLOCK + offset, from, at, length);
            }
        };
    }
}
