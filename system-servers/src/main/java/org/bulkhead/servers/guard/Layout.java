package org.bulkhead.servers.guard;

import java.nio.ByteBuffer;

/**
 * Where things are in the guarded part of a disk, and its superblock.
 *
 * <pre>
 * start                superblock
 * start + 1            checksums of group 0, copy 0
 * start + 2            checksums of group 0, copy 1
 * start + 3            checksums of group 1, copy 0      a group is 60 blocks of data
 * …
 * start + 1 + 2 groups data
 * …
 * start + size - 1     superblock again
 * </pre>
 *
 * @param start first block of the guarded part
 * @param size its blocks
 */
record Layout(long start, long size) {
    /** Bytes of a block. */
    static final int BLOCK_SIZE = 512;

    private static final int OVERHEAD = 2;
    private static final int COPIES = 2;
    /** "BHGUARD1", read as a little-endian number. */
    private static final long MARK = 0x3144_5241_5547_4842L;
    // Fields of the superblock.
    private static final int START = 8;
    private static final int SIZE = 16;
    private static final int SUM = 24;

    /** Throws IllegalArgumentException if there is no room for a group of data. */
    Layout {
        if (size < OVERHEAD + COPIES + 1) {
            throw new IllegalArgumentException("a guarded part of " + size + " blocks, " + (OVERHEAD + COPIES + 1) + " are the least");
        }
    }

    /** Returns the number of groups. */
    int groups() {
        return (int) ((size - OVERHEAD + COPIES + ChecksumGroup.BLOCKS - 1) / (COPIES + ChecksumGroup.BLOCKS));
    }

    /** Returns the number of blocks of data. */
    long blocks() {
        return size - OVERHEAD - (long) COPIES * groups();
    }

    /** Returns where a block of data is on the disk. */
    long place(long block) {
        return start + 1 + (long) COPIES * groups() + block;
    }

    /** Returns where a copy of a group's checksums is on the disk. */
    long place(int group, int copy) {
        return start + 1 + (long) COPIES * group + copy;
    }

    /** Returns where the superblock is, first or again. */
    long superblock(int copy) {
        return copy == 0 ? start : start + size - 1;
    }

    /** Writes the superblock to the start of {@code into}. */
    void put(ByteBuffer into, Checksum checksum) {
        for (int i = 0; i < BLOCK_SIZE; i += Long.BYTES) {
            into.putLong(i, 0);
        }
        into.putLong(0, MARK).putLong(START, start).putLong(SIZE, size);
        into.putInt(SUM, checksum.of(start, into, 0, SUM));
    }

    /** Returns whether the start of {@code from} is the superblock of this layout. */
    boolean isIn(ByteBuffer from, Checksum checksum) {
        return from.getLong(0) == MARK && from.getLong(START) == start && from.getLong(SIZE) == size && from.getInt(SUM) == checksum.of(start, from, 0, SUM);
    }
}
