package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.RawBuffer;

/**
 * A record of the ledger in two copies, of which the older is overwritten: whoever writes may be ended at any moment, and one of the two is whole.
 *
 * <pre>
 * 0 u64 checksum of all that follows   8 u32 version, from 1 on   12 u32 bytes of content, a multiple of 8   16 content
 * </pre>
 */
final class TwinRecord {
    /** There is no whole copy. */
    static final int NONE = -1;

    private static final int COPIES = 2;
    private static final int VERSION = 8;
    private static final int LENGTH = 12;
    private static final int CONTENT = 16;

    private final RawBuffer memory;
    private final int offset;
    private final int copySize;
    /** Version of the copy that is valid, 0 if there is none. */
    private int version;

    /** Makes the record at {@code offset} of {@code memory}, each copy of which has {@code copySize} bytes, a multiple of 8. */
    TwinRecord(RawBuffer memory, int offset, int copySize) {
        this.memory = memory;
        this.offset = offset;
        this.copySize = copySize;
    }

    /** Returns the bytes that records of that copy size take. */
    static int size(int copySize) {
        return COPIES * copySize;
    }

    /** Finds the valid copy; returns where its content begins, or {@link #NONE}. */
    int find() {
        version = 0;
        int found = NONE;
        for (int i = 0; i < COPIES; i++) {
            int copy = offset + i * copySize;
            if (isWhole(copy) && memory.intAt(copy + VERSION) > version) {
                version = memory.intAt(copy + VERSION);
                found = copy + CONTENT;
            }
        }
        return found;
    }

    private boolean isWhole(int copy) {
        int length = memory.intAt(copy + LENGTH);
        return memory.intAt(copy + VERSION) > 0 && length >= 0 && length <= copySize - CONTENT && memory.longAt(copy) == Checksum.of(memory, copy + VERSION, CONTENT - VERSION + length);
    }

    /** Returns whether nothing was ever written here. */
    boolean isBlank() {
        return memory.longAt(offset) == 0 && memory.longAt(offset + copySize) == 0;
    }

    /** Begins a new copy; returns where its content is to be written, at most the copy's size less 16 bytes. */
    int begin() {
        return offset + (version + 1) % COPIES * copySize + CONTENT;
    }

    /** Ends the copy that {@link #begin} began, with its content up to {@code end}: from now on it is the valid one. */
    void commit(int end) {
        int content = begin();
        int copy = content - CONTENT;
        int length = end - content + Long.BYTES - 1 & -Long.BYTES;
        version++;
        memory.putInt(copy + VERSION, version);
        memory.putInt(copy + LENGTH, length);
        memory.putLong(copy, Checksum.of(memory, copy + VERSION, CONTENT - VERSION + length));
    }
}
