package org.bulkhead.servers.datastore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.call.Log;

/**
 * Entries in memory that outlives the isolate, so that after a death at any instruction each is there as it was written, or not at all.
 *
 * <pre>
 * block 0                1 … HEADS                           the others
 * u64 next sequence      one head block for each entry       data that does not fit into heads
 *
 * a head block:
 *   0 u32 mark, an EntryMark: stored last when an entry is made, first when it goes
 *   4 u32 checksum of bytes 12 … 96 and of what follows that is used
 *   8 u32 count, of a CHANGE its number in its subscription, of a SUBSCRIPTION the number of the last change that was told; may be changed later
 *  12 u8 kind   13 u8[3] 0   16 u64 sequence   24 u32 tag   28 u32 link
 *  32 u32 length of the data   36 u32 checksum of the data   40 u8 length of the name   41 u8[3] 0   44 u32 owner   48 u8[48] name
 *  96 u8[160]: the data if it fits, otherwise the u16 numbers of the data blocks
 * </pre>
 * An entry is never changed but for the two words that one store changes: what takes its place is written elsewhere, and then the older goes. Which blocks are free is known from the entries alone.
 */
final class EntryStore {
    /** Number of head blocks, and so of entries. */
    static final int HEADS = 448;

    private static final int NEXT_SEQUENCE = 0;
    private static final int MARK = 0;
    private static final int CHECKSUM = 4;
    private static final int COUNT = 8;
    private static final int COVERED = 12;
    private static final int KIND = 12;
        private static final int SEQUENCE = 16;
    private static final int TAG = 24;
    private static final int LINK = 28;
    private static final int LENGTH = 32;
    private static final int DATA_CHECKSUM = 36;
    private static final int OWNER = 44;
    private static final int NAME_LENGTH = 40;
    private static final int NAME = 48;
    private static final int NAME_SIZE = 48;
    private static final int DATA = NAME + NAME_SIZE;
    /** Most data that needs no block of its own. */
    static final int INLINE = BlockMemory.BLOCK - DATA;
    private static final int MOST_DATA = INLINE / Short.BYTES * BlockMemory.BLOCK;
    private static final int BYTE = 0xFF;
    private static final int SHORT = 0xFFFF;

    private final BlockMemory memory;
    /** By number of the block. */
    private final boolean[] used;
    private final byte[] work = new byte[BlockMemory.BLOCK];
    private int usedHeads;

    /** Begins with whatever is in the memory; {@link #recover} is to be called first. */
    EntryStore(BlockMemory memory) {
        this.memory = memory;
        used = new boolean[memory.blocks()];
    }

    /** Returns the number of blocks for data that does not fit into heads. */
    int dataBlocks() {
        return memory.blocks() - 1 - HEADS;
    }

    /** Returns how many data blocks so many bytes of data take. */
    static int dataBlocks(int length) {
        return length <= INLINE ? 0 : (length + BlockMemory.BLOCK - 1) / BlockMemory.BLOCK;
    }

    /** Returns how many entries there are. */
    int usedHeads() {
        return usedHeads;
    }

    /** Finds the entries that are there whole; damaged ones go, with a line in the log. */
    List<Entry> recover() {
        List<Entry> found = new ArrayList<>();
        long last = 0;
        for (int head = 1; head <= HEADS; head++) {
            int code = memory.intAt(head, MARK);
            if (code == EntryMark.FREE.code) {
                continue;
            }
            Entry entry = EntryMark.of(code) == null ? null : read(head);
            if (entry == null || !take(entry)) {
                Log.line("datastore: a damaged entry was dropped, block " + head + " of the kept memory");
                memory.putInt(head, MARK, EntryMark.FREE.code);
                continue;
            }
            found.add(entry);
            last = Math.max(last, entry.sequence());
        }
        if (memory.longAt(0, NEXT_SEQUENCE) <= last) {
            memory.putLong(0, NEXT_SEQUENCE, last + 1);
        }
        return found;
    }

    /** Marks the blocks of an entry used; returns whether they were free. */
    private boolean take(Entry entry) {
        int count = dataBlocks(entry.length());
        for (int i = 0; i < count; i++) {
            int block = dataBlock(entry.head(), i);
            if (block <= HEADS || block >= used.length || used[block]) {
                release(entry.head(), i);
                return false;
            }
            used[block] = true;
        }
        used[entry.head()] = true;
        usedHeads++;
        return true;
    }

    private void release(int head, int count) {
        for (int i = 0; i < count; i++) {
            used[dataBlock(head, i)] = false;
        }
    }

    private int dataBlock(int head, int index) {
        memory.get(head, DATA + index * Short.BYTES, work, 0, Short.BYTES);
        return work[0] & BYTE | (work[1] & BYTE) << Byte.SIZE;
    }

    /** Returns what a head says, or null if it is damaged. */
    private Entry read(int head) {
        int length = memory.intAt(head, LENGTH);
        if (length < 0 || length > MOST_DATA) {
            return null;
        }
        int covered = DATA + (length <= INLINE ? length : dataBlocks(length) * Short.BYTES) - COVERED;
        memory.get(head, COVERED, work, 0, covered);
        if (new Checksum().add(work, covered).value() != memory.intAt(head, CHECKSUM)) {
            return null;
        }
        int kind = work[KIND - COVERED];
        String name = new String(work, NAME - COVERED, work[NAME_LENGTH - COVERED], StandardCharsets.ISO_8859_1);
        return new Entry(head, EntryKind.ALL[kind], memory.intAt(head, OWNER), memory.longAt(head, SEQUENCE), memory.intAt(head, TAG), memory.intAt(head, LINK), memory.intAt(head, COUNT), name, length);
    }

    /** Returns a number for a new change, higher than all before, also after a death. */
    long nextSequence() {
        long next = Math.max(memory.longAt(0, NEXT_SEQUENCE), 1);
        memory.putLong(0, NEXT_SEQUENCE, next + 1);
        return next;
    }

    /**
     * Writes an entry, which is there as soon as its mark is; returns it. The caller has made sure that there is room.
     *
     * @param mark the mark that it is to have
     * @param wanted what it is to say; its head is chosen here
     * @param data the first {@code wanted.length()} bytes are its data
     */
    Entry write(EntryMark mark, Entry wanted, byte[] data) {
        int length = wanted.length();
        int head = free(1, HEADS);
        int count = dataBlocks(length);
        byte[] image = new byte[BlockMemory.BLOCK];
        byte[] name = wanted.name().getBytes(StandardCharsets.ISO_8859_1);
        image[KIND] = (byte) wanted.kind().ordinal();
        putNumber(image, OWNER, wanted.owner(), Integer.BYTES);
        putNumber(image, SEQUENCE, wanted.sequence(), Long.BYTES);
        putNumber(image, TAG, wanted.tag(), Integer.BYTES);
        putNumber(image, LINK, wanted.link(), Integer.BYTES);
        putNumber(image, LENGTH, length, Integer.BYTES);
        putNumber(image, DATA_CHECKSUM, new Checksum().add(data, length).value(), Integer.BYTES);
        image[NAME_LENGTH] = (byte) name.length;
        System.arraycopy(name, 0, image, NAME, name.length);
        int end = DATA + length;
        if (count == 0) {
            System.arraycopy(data, 0, image, DATA, length);
        } else {
            for (int i = 0; i < count; i++) {
                int block = free(HEADS + 1, used.length - 1);
                used[block] = true;
                putNumber(image, DATA + i * Short.BYTES, block, Short.BYTES);
                memory.put(block, 0, data, i * BlockMemory.BLOCK, Math.min(BlockMemory.BLOCK, length - i * BlockMemory.BLOCK));
            }
            end = DATA + count * Short.BYTES;
        }
        memory.put(head, COVERED, image, COVERED, end - COVERED);
        System.arraycopy(image, COVERED, work, 0, end - COVERED);
        memory.putInt(head, CHECKSUM, new Checksum().add(work, end - COVERED).value());
        memory.putInt(head, COUNT, wanted.count());
        memory.putInt(head, MARK, mark.code);
        used[head] = true;
        usedHeads++;
        return new Entry(head, wanted.kind(), wanted.owner(), wanted.sequence(), wanted.tag(), wanted.link(), wanted.count(), wanted.name(), length);
    }

    private static void putNumber(byte[] image, int offset, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            image[offset + i] = (byte) (value >>> i * Byte.SIZE);
        }
    }

    private int free(int first, int last) {
        for (int block = first; block <= last; block++) {
            if (!used[block]) {
                return block;
            }
        }
        throw new IllegalStateException("no free block from " + first + " to " + last + ": the limits of the datastore's parts exceed its memory");
    }

    /** Changes the mark of an entry. */
    void mark(Entry entry, EntryMark mark) {
        memory.putInt(entry.head(), MARK, mark.code);
    }

    /** Returns the mark of an entry. */
    EntryMark mark(Entry entry) {
        return EntryMark.of(memory.intAt(entry.head(), MARK));
    }

    /** Removes an entry. */
    void erase(Entry entry) {
        memory.putInt(entry.head(), MARK, EntryMark.FREE.code);
        release(entry.head(), dataBlocks(entry.length()));
        used[entry.head()] = false;
        usedHeads--;
    }

    /** Returns the count of an entry, as it is now. */
    int count(Entry entry) {
        return memory.intAt(entry.head(), COUNT);
    }

    /** Changes the count of an entry. */
    void count(Entry entry, int count) {
        memory.putInt(entry.head(), COUNT, count);
    }

    /** Returns the data of an entry, or null if it is damaged. */
    byte[] data(Entry entry) {
        byte[] data = new byte[entry.length()];
        int count = dataBlocks(entry.length());
        if (count == 0) {
            memory.get(entry.head(), DATA, data, 0, entry.length());
        }
        for (int i = 0; i < count; i++) {
            int at = i * BlockMemory.BLOCK;
            memory.get(dataBlock(entry.head(), i), 0, data, at, Math.min(BlockMemory.BLOCK, entry.length() - at));
        }
        return new Checksum().add(data, data.length).value() == memory.intAt(entry.head(), DATA_CHECKSUM) && read(entry.head()) != null ? data : null;
    }
}
