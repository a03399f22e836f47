package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Inline;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;

/**
 * What the heap knows about its memory, kept in front of that memory.
 *
 * <pre>
 *   blocks      live lines of each block, u8 each
 *   blocks      flags of each block, u8 each
 *   lines       state of each line, u8 each: 0 free, else {@link #TAKEN}, {@link #MARKED}
 *   mark bits   one for each 8 bytes: an object begins here and was reached
 *   mark stack  see {@link MarkStack}
 *   objects     from a multiple of {@link #BLOCK} on
 * </pre>
 * All of it is zero at first, and nothing of it is touched before the first collection or the first object that is too large for a hole, so a program that never collects has no pages for it.
 */
@NoStackProbe
final class HeapTables {
    /** Memory is freed line by line. */
    static final int LOG_LINE = 7;
    static final long LINE = 1 << LOG_LINE;
    /** Evacuation empties block by block. */
    static final int LOG_BLOCK = 14;
    static final long BLOCK = 1 << LOG_BLOCK;
    static final int LINES_PER_BLOCK = 1 << LOG_BLOCK - LOG_LINE;
    /** Larger objects never move. */
    static final long LARGEST_MOVED = BLOCK / 2;

    /** Block flag: its memory may hold something else than zeros where it is free. */
    static final int DIRTY = 1;
    /** Block flag, during a collection: objects that are found in it move out. */
    static final int CANDIDATE = 2;
    /** Block flag, during a collection: the mark stack had no room for an object that begins in it. */
    static final int OVERFLOWED = 4;
    /** Block flag: a run of its lines was handed out since the last collection. */
    static final int USED = 8;
    /** Block flag: part of an object that never moves lies in it. */
    static final int PINNED = 16;

    /** State of a line: an object that was live at the last collection reaches into it, or it is part of a run handed out since. */
    private static final int TAKEN = 1;
    /** State of a line, during a collection: an object that was reached reaches into it. */
    private static final int MARKED = 2;

    private static final long ALL_TAKEN = 0x0101_0101_0101_0101L;
    private static final long ALL_MARKED = ALL_TAKEN * (MARKED | TAKEN);
    private static final int TOP_BYTE = 56;
    private static final int LOG_GRANULE = 3;
    private static final int LOG_MARK_BYTE = LOG_GRANULE + 3;
    private static final int BIT_MASK = 7;
    private static final int BYTE_MASK = 0xFF;
    private static final long MARK_BYTES_PER_BLOCK = BLOCK >> LOG_MARK_BYTE;
    private static final long STACK_BYTES_PER_BLOCK = BLOCK >> LOG_MARK_BYTE;

    /** Bytes by which the mapped part grows at least. */
    static final long STEP = 64 << 10;

    private final HeapMemory memory;
    private Address mappedEnd = Address.zero();
    private Address start = Address.zero();
    private Address end = Address.zero();
    private Address stackStart = Address.zero();
    /** Each of these is the address that belongs to the line, block or granule at address 0. */
    private Address liveBias = Address.zero();
    private Address flagBias = Address.zero();
    private Address lineBias = Address.zero();
    private Address markBias = Address.zero();

    HeapTables(HeapMemory memory) {
        this.memory = memory;
    }

    /** Lays the tables out for a heap of {@code capacity} bytes, tables included, from {@code from} on. Touches no memory. */
    void place(Address from, long capacity) {
        long blocks = capacity >>> LOG_BLOCK;
        mappedEnd = from;
        end = from.plus(capacity).and(-BLOCK);
        Address lines = from.plus(2 * blocks + Long.BYTES - 1 & -Long.BYTES);
        Address marks = lines.plus(blocks * LINES_PER_BLOCK);
        stackStart = marks.plus(blocks * MARK_BYTES_PER_BLOCK);
        start = stackStart.plus(blocks * STACK_BYTES_PER_BLOCK + BLOCK - 1).and(-BLOCK);
        if (end.below(start)) {
            end = start;
        }
        liveBias = from.minus(start.toLong() >>> LOG_BLOCK);
        flagBias = liveBias.plus(blocks);
        lineBias = lines.minus(start.toLong() >>> LOG_LINE);
        markBias = marks.minus(start.toLong() >>> LOG_MARK_BYTE);
    }

    /** Makes sure that memory below {@code to} is mapped; returns whether it is. */
    boolean reach(Address to) {
        if (mappedEnd.atLeast(to)) {
            return true;
        }
        long least = to.distanceFrom(mappedEnd).toLong() + BLOCK - 1 & -BLOCK;
        long left = end.distanceFrom(mappedEnd).toLong();
        long step = least + STEP - 1 & -STEP;
        return map(step < left ? step : left) || map(least);
    }

    private boolean map(long bytes) {
        if (!memory.map(mappedEnd, bytes)) {
            return false;
        }
        mappedEnd = mappedEnd.plus(bytes);
        return true;
    }

    /** Returns the first byte that can be an object's. */
    Address start() {
        return start;
    }

    /** Returns the first byte behind those that can be an object's. */
    Address end() {
        return end;
    }

    /** Returns the lowest byte of the mark stack, which ends where the objects begin. */
    Address stackStart() {
        return stackStart;
    }

    @Inline
    static boolean beginsBlock(Address address) {
        return (address.toLong() & BLOCK - 1) == 0;
    }

    @Inline
    static Address blockEnd(Address address) {
        return address.plus(BLOCK).and(-BLOCK);
    }

    /** Returns how many lines of the block at {@code address} held live objects after the last collection. */
    @Inline
    int live(Address address) {
        return liveBias.plus(address.toLong() >>> LOG_BLOCK).loadByte() & BYTE_MASK;
    }

    @Inline
    boolean has(Address address, int flags) {
        return (flagBias.plus(address.toLong() >>> LOG_BLOCK).loadByte() & flags) != 0;
    }

    void set(Address address, int flags) {
        Address entry = flagBias.plus(address.toLong() >>> LOG_BLOCK);
        entry.storeByte((byte) (entry.loadByte() | flags));
    }

    void clear(Address address, int flags) {
        Address entry = flagBias.plus(address.toLong() >>> LOG_BLOCK);
        entry.storeByte((byte) (entry.loadByte() & ~flags));
    }

    /** Returns whether nothing lies in the line at {@code address}. */
    @Inline
    boolean isFree(Address address) {
        return lineBias.plus(address.toLong() >>> LOG_LINE).loadByte() == 0;
    }

    /** Returns whether nothing lies in any line of the block at {@code address}, as far as lines were not handed out as holes. */
    boolean isFreeBlock(Address address) {
        return live(address) == 0 && !has(address, USED | CANDIDATE);
    }

    /** Notes that the lines from {@code from} to before {@code to} are handed out. */
    void take(Address from, Address to) {
        fill(from, to, ALL_TAKEN);
        for (Address block = from; block.below(to); block = blockEnd(block)) {
            set(block, USED);
        }
    }

    /** Marks all lines into which the object of {@code size} bytes at {@code object} reaches. */
    void markLines(Address object, long size) {
        Address line = lineBias.plus(object.toLong() >>> LOG_LINE);
        Address last = lineBias.plus(object.toLong() + size - 1 >>> LOG_LINE);
        line.storeByte((byte) (MARKED | TAKEN));
        if (line.below(last)) {
            last.storeByte((byte) (MARKED | TAKEN));
            if (line.plus(1).below(last)) {
                fill(object, object.plus(size), ALL_MARKED);
            }
            if (size > LARGEST_MOVED) {
                pin(object, object.plus(size));
            }
        }
    }

    private void pin(Address from, Address to) {
        for (Address block = from; block.below(to); block = blockEnd(block)) {
            set(block, PINNED);
        }
    }

    private void fill(Address from, Address to, long value) {
        Address line = lineBias.plus(from.toLong() >>> LOG_LINE);
        Address lineEnd = lineBias.plus(to.toLong() + LINE - 1 >>> LOG_LINE);
        while (line.below(lineEnd) && (line.toLong() & BIT_MASK) != 0) {
            line.storeByte((byte) value);
            line = line.plus(1);
        }
        Address wholeEnd = lineEnd.and(-Long.BYTES);
        for (; line.below(wholeEnd); line = line.plus(Long.BYTES)) {
            line.storeLong(value);
        }
        for (; line.below(lineEnd); line = line.plus(1)) {
            line.storeByte((byte) value);
        }
    }

    /** Returns whether the object was reached in this collection. */
    @Inline
    boolean isMarked(Address object) {
        return (markBias.plus(object.toLong() >>> LOG_MARK_BYTE).loadByte() & markBit(object)) != 0;
    }

    /** Notes that the object was reached; returns whether that is new. */
    @Inline
    boolean mark(Address object) {
        Address entry = markBias.plus(object.toLong() >>> LOG_MARK_BYTE);
        int bit = markBit(object);
        int bits = entry.loadByte();
        if ((bits & bit) != 0) {
            return false;
        }
        entry.storeByte((byte) (bits | bit));
        return true;
    }

    @Inline
    private static int markBit(Address object) {
        return 1 << (object.toInt() >>> LOG_GRANULE & BIT_MASK);
    }

    /** Returns the first object from {@code from} on, up to {@code to}, that was reached, or {@code to}. */
    Address nextMarked(Address from, Address to) {
        Address each = from;
        while (each.below(to) && !isMarked(each)) {
            each = each.plus(1 << LOG_GRANULE);
        }
        return each;
    }

    /** Forgets {@link #PINNED} in all blocks up to {@code to}. */
    void unpin(Address to) {
        for (Address block = start; block.below(to); block = block.plus(BLOCK)) {
            clear(block, PINNED);
        }
    }

    /** Ends a collection: what was not marked is free, up to {@code to}, which begins a block. Clears marks and all flags but {@link #DIRTY} and {@link #PINNED}; returns the number of live lines. */
    long sweep(Address to) {
        long all = 0;
        for (Address block = start; block.below(to); block = block.plus(BLOCK)) {
            Address line = lineBias.plus(block.toLong() >>> LOG_LINE);
            Address lineEnd = line.plus(LINES_PER_BLOCK);
            long sums = 0;
            for (; line.below(lineEnd); line = line.plus(Long.BYTES)) {
                long live = line.loadLong() >>> 1 & ALL_TAKEN;
                line.storeLong(live);
                sums += live;
            }
            // Each of the eight sums is at most 16.
            long live = sums * ALL_TAKEN >>> TOP_BYTE;
            liveBias.plus(block.toLong() >>> LOG_BLOCK).storeByte((byte) live);
            clear(block, CANDIDATE | OVERFLOWED | USED);
            all += live;
        }
        Magic.clear(markBias.plus(start.toLong() >>> LOG_MARK_BYTE), to.distanceFrom(start).toLong() >>> LOG_MARK_BYTE);
        return all;
    }
}
