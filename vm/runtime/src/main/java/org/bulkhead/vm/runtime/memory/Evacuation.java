package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.NoStackProbe;

/** Chooses the blocks whose objects a collection moves out. */
@NoStackProbe
final class Evacuation {
    /** A block is sparse if the last collection left at most this many of its lines live. */
    private static final int SPARSE_LINES = HeapTables.LINES_PER_BLOCK / 4;
    /** Sparse blocks are emptied if there are at least so many of them … */
    private static final long ENOUGH_BLOCKS = 16;
    /** … and they are at least this fraction, as a divisor, of all blocks. */
    private static final long ENOUGH_FRACTION = 8;

    /** More lines than there are: the cost of emptying what cannot be emptied. */
    private static final long NEVER = 1L << 32;

    private final HeapTables tables;
    private final FreeMemory free;

    Evacuation(HeapTables tables, FreeMemory free) {
        this.tables = tables;
        this.free = free;
    }

    /** Makes all blocks in which few lines are live candidates, if it is worth it; returns how many. */
    long sparse() {
        Address end = free.touchedEnd();
        long all = 0;
        long sparse = 0;
        for (Address block = tables.start(); block.below(end); block = block.plus(HeapTables.BLOCK)) {
            all++;
            if (isSparse(block)) {
                sparse++;
            }
        }
        if (sparse < ENOUGH_BLOCKS || sparse * ENOUGH_FRACTION < all) {
            return 0;
        }
        for (Address block = tables.start(); block.below(end); block = block.plus(HeapTables.BLOCK)) {
            if (isSparse(block)) {
                tables.set(block, HeapTables.CANDIDATE);
            }
        }
        return sparse;
    }

    private boolean isSparse(Address block) {
        int live = tables.live(block);
        return live != 0 && live <= SPARSE_LINES && !tables.has(block, HeapTables.PINNED);
    }

    /** Makes all blocks that may hold objects candidates; returns how many. */
    long everything() {
        Address end = free.touchedEnd();
        long count = 0;
        for (Address block = tables.start(); block.below(end); block = block.plus(HeapTables.BLOCK)) {
            if (block.below(free.cursor()) || !tables.isFreeBlock(block)) {
                tables.set(block, HeapTables.CANDIDATE);
                count++;
            }
        }
        return count;
    }

    /**
     * Makes those adjacent blocks candidates that have room for {@code size} bytes and the fewest live lines, if what is live there fits elsewhere; returns how many, or 0.
     * Comes right after a collection.
     */
    long window(long size) {
        long length = size + HeapTables.BLOCK - 1 & -HeapTables.BLOCK;
        Address end = tables.end();
        if (end.below(tables.start().plus(length)) || cost(tables.start(), end) % NEVER + length / HeapTables.LINE > end.distanceFrom(tables.start()).toLong() / HeapTables.LINE) {
            return 0;
        }
        Address best = Address.zero();
        long fewest = NEVER;
        long lines = cost(tables.start(), tables.start().plus(length));
        for (Address first = tables.start(); ; first = first.plus(HeapTables.BLOCK)) {
            if (lines < fewest) {
                fewest = lines;
                best = first;
            }
            Address next = first.plus(length);
            if (next.atLeast(end)) {
                break;
            }
            lines += cost(next) - cost(first);
        }
        if (best.isZero() || !free.touch(best.plus(length))) {
            return 0;
        }
        for (Address block = best; block.below(best.plus(length)); block = block.plus(HeapTables.BLOCK)) {
            tables.set(block, HeapTables.CANDIDATE);
        }
        return length >>> HeapTables.LOG_BLOCK;
    }

    private long cost(Address from, Address to) {
        long lines = 0;
        for (Address block = from; block.below(to); block = block.plus(HeapTables.BLOCK)) {
            lines += cost(block);
        }
        return lines;
    }

    /** Returns the live lines of a block, and a great number on top if not all of them can be emptied. */
    private long cost(Address block) {
        return tables.has(block, HeapTables.PINNED) ? tables.live(block) + NEVER : tables.live(block);
    }
}
