package org.bulkhead.servers.guard;

import java.nio.ByteBuffer;

/**
 * The checksums of 60 successive blocks, in memory and as a block on the disk.
 *
 * <p>Each block has two: what it was before the last write and what it is to be after it. They go to the disk before the data; whichever the data then match, they are whole, and data that match neither
 * are torn, lost or foreign. Two copies of a group are written in turn, so that one is whole whatever happens to the other.
 *
 * <pre>
 *  0  mark (8)      8  group (4)   12 checksum of this block, with 0 in this place (4)   16 sequence number (8)   24 unused (8)
 * 32  for each block: before (4), after (4)
 * </pre>
 */
final class ChecksumGroup {
    /** Blocks of data in a group. */
    static final int BLOCKS = 60;

    /** "BHSUMS1" and a zero, read as a little-endian number. */
    private static final long MARK = 0x0031_534D_5553_4842L;
    private static final int GROUP = 8;
    private static final int SUM = 12;
    private static final int SEQUENCE = 16;
    private static final int ENTRIES = 32;
    private static final int AFTER = Integer.BYTES;
    private static final int ENTRY_SIZE = 2 * Integer.BYTES;

    private final int number;
    private final int[] before = new int[BLOCKS];
    private final int[] after = new int[BLOCKS];
    private long sequence;
    /** Whether memory knows more than the newer copy on the disk: which of two checksums is a block's. */
    private boolean unsaved;

    /** Makes a group none of whose blocks has been written. */
    ChecksumGroup(int number) {
        this.number = number;
    }

    /** Makes the group of which both copies are lost: its blocks cannot be read until they are written anew. */
    static ChecksumGroup lost(int number) {
        ChecksumGroup group = new ChecksumGroup(number);
        for (int i = 0; i < BLOCKS; i++) {
            group.settle(i, Checksum.LOST);
        }
        return group;
    }

    /** Returns the group in the start of {@code from}, null if that is none, or not whole. */
    static ChecksumGroup in(ByteBuffer from, int number, Checksum checksum) {
        int sum = from.getInt(SUM);
        if (from.getLong(0) != MARK || from.getInt(GROUP) != number || checksum.of(number, from.putInt(SUM, 0), 0, Layout.BLOCK_SIZE) != sum) {
            return null;
        }
        ChecksumGroup group = new ChecksumGroup(number);
        group.sequence = from.getLong(SEQUENCE);
        for (int i = 0; i < BLOCKS; i++) {
            group.before[i] = from.getInt(ENTRIES + i * ENTRY_SIZE);
            group.after[i] = from.getInt(ENTRIES + i * ENTRY_SIZE + AFTER);
        }
        return group;
    }

    /** Writes the group, with the next sequence number, to the start of {@code into}; returns which of the copies that is to become. If it does, {@link #saved} is to be told. */
    int putNext(ByteBuffer into, Checksum checksum) {
        long next = sequence + 1;
        into.putLong(0, MARK).putInt(GROUP, number).putInt(SUM, 0).putLong(SEQUENCE, next).putLong(SEQUENCE + Long.BYTES, 0);
        for (int i = 0; i < BLOCKS; i++) {
            into.putInt(ENTRIES + i * ENTRY_SIZE, before[i]).putInt(ENTRIES + i * ENTRY_SIZE + AFTER, after[i]);
        }
        into.putInt(SUM, checksum.of(number, into, 0, Layout.BLOCK_SIZE));
        return (int) (next & 1);
    }

    /** What {@link #putNext} wrote is on the disk. If it is not, the same copy is the next again: the other may be the only one that is whole. */
    void saved() {
        sequence++;
        unsaved = false;
    }

    /** Returns the newer of two copies, of which either may be null. */
    static ChecksumGroup newer(ChecksumGroup one, ChecksumGroup other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.sequence > other.sequence ? one : other;
    }

    boolean isUnsaved() {
        return unsaved;
    }

    /** Returns whether block {@code index} has never been written. */
    boolean isBlank(int index) {
        return after[index] == Checksum.NONE;
    }

    /** Returns whether it is not known any more what block {@code index} is to be. */
    boolean isLost(int index) {
        return after[index] == Checksum.LOST;
    }

    /** Returns whether data with checksum {@code sum} are what block {@code index} is to have. */
    boolean allows(int index, int sum) {
        return sum == after[index] || sum == before[index];
    }

    /** Block {@code index} will be written, with data of checksum {@code sum}. */
    void expect(int index, int sum) {
        after[index] = sum;
    }

    /** Block {@code index} is known to have data of checksum {@code sum}. */
    void settle(int index, int sum) {
        if (before[index] != sum || after[index] != sum) {
            before[index] = sum;
            after[index] = sum;
            unsaved = true;
        }
    }
}
