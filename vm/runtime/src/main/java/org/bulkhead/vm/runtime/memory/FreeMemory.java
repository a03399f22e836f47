package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;

/**
 * The free lines of the heap, handed out from the lowest on: as <em>holes</em>, which are as long as they happen to be, and as <em>runs</em> of a wanted length.
 *
 * <p>Lines below the cursor are gone until the next collection; a run is taken from the lines above it, and then counts as taken. Memory that was never touched, or was given back, is zero and is not cleared again.
 */
@NoStackProbe
final class FreeMemory {
    private static final long LINES_LEFT_OUT = 1024;
    /** Longest hole: what is cleared at a time should still be in the cache when it is used. */
    private static final long LARGEST_HOLE = 32 << 10;

    private final HeapTables tables;
    private final HeapMemory memory;
    private Address cursor = Address.zero();
    /** What lies from here on is not handed out. */
    private Address bound = Address.zero();
    /** Nothing from here on was ever touched. Begins a block. */
    private Address touchedEnd = Address.zero();
    /** Blocks up to here know whether they are dirty. */
    private Address flaggedEnd = Address.zero();
    private final RunSearch shortRuns = new RunSearch();
    private final RunSearch longRuns = new RunSearch();
    private boolean copying;
    private Address holeEnd = Address.zero();
    private long handedOut;

    FreeMemory(HeapTables tables, HeapMemory memory) {
        this.tables = tables;
        this.memory = memory;
    }

    /** Begins with untouched memory, of which that before the objects is mapped; returns whether there was any. */
    boolean start() {
        touchedEnd = tables.start();
        flaggedEnd = touchedEnd;
        boolean result = tables.reach(touchedEnd);
        restart(touchedEnd);
        return result;
    }

    /** Begins again from the lowest line, after a collection; {@code newBound} begins a block. */
    void restart(Address newBound) {
        cursor = tables.start();
        copying = false;
        handedOut = 0;
        allowUpTo(newBound);
    }

    /** Leaves out the lowest lines, a different number for each of {@code turn}, so that what is allocated at every collection is not always at the same place and identity hashes differ; for tests. */
    void startElsewhere(long turn) {
        long lines = bound.distanceFrom(cursor).toLong() / 2 >>> HeapTables.LOG_LINE;
        cursor = cursor.plus((turn % (lines < LINES_LEFT_OUT ? lines + 1 : LINES_LEFT_OUT)) << HeapTables.LOG_LINE);
    }

    /** Hands out memory for copies, up to the end of the heap, and as it is. */
    void startCopying() {
        allowUpTo(tables.end());
        copying = true;
    }

    /** Moves the end of what is handed out. */
    void allowUpTo(Address newBound) {
        bound = newBound;
        shortRuns.restart();
        longRuns.restart();
    }

    Address cursor() {
        return cursor;
    }

    Address bound() {
        return bound;
    }

    Address touchedEnd() {
        return touchedEnd;
    }

    /** Returns the bytes handed out since the last collection. */
    long handedOut() {
        return handedOut;
    }

    /** Returns the end of the last hole or run. */
    Address holeEnd() {
        return holeEnd;
    }

    /** Returns the address of the next hole, at least a line long, ready for use, or 0. */
    Address nextHole() {
        Address from = firstFree();
        cursor = from;
        if (!from.below(bound)) {
            return Address.zero();
        }
        Address to;
        if (from.below(touchedEnd)) {
            to = endOfHole(from);
        } else {
            to = from.plus(HeapTables.STEP);
            to = to.below(bound) ? to : bound;
            if (!tables.reach(to)) {
                to = from.plus(HeapTables.BLOCK);
                if (!tables.reach(to)) {
                    return Address.zero();
                }
            }
        }
        cursor = to;
        handOut(from, to);
        return from;
    }

    private Address firstFree() {
        Address at = cursor;
        while (at.below(bound) && at.below(touchedEnd)) {
            if (HeapTables.beginsBlock(at) && (tables.live(at) == HeapTables.LINES_PER_BLOCK || tables.has(at, HeapTables.CANDIDATE))) {
                at = at.plus(HeapTables.BLOCK);
            } else if (tables.isFree(at) && !tables.has(at, HeapTables.CANDIDATE)) {
                return at;
            } else {
                at = at.plus(HeapTables.LINE);
            }
        }
        return at;
    }

    private Address endOfHole(Address from) {
        Address limit = from.plus(LARGEST_HOLE);
        limit = limit.below(bound) ? limit : bound;
        limit = limit.below(touchedEnd) ? limit : touchedEnd;
        Address to = from.plus(HeapTables.LINE);
        while (to.below(limit) && tables.isFree(to) && !(HeapTables.beginsBlock(to) && tables.has(to, HeapTables.CANDIDATE))) {
            to = to.plus(HeapTables.LINE);
        }
        return to;
    }

    /** Returns the address of {@code bytes} bytes, a multiple of a line, ready for use, or 0. */
    Address run(long bytes) {
        RunSearch search = bytes < HeapTables.BLOCK ? shortRuns : longRuns;
        Address from = findRun(search.from(bytes, cursor), bytes);
        if (from.isZero()) {
            search.found(bytes, bound);
            return from;
        }
        Address to = from.plus(bytes);
        search.found(bytes, to);
        tables.take(from, to);
        handOut(from, to);
        return from;
    }

    private Address findRun(Address first, long bytes) {
        Address from = first;
        Address at = first;
        if (bound.below(from.plus(bytes))) {
            return Address.zero();
        }
        while (at.distanceFrom(from).toLong() < bytes) {
            if (at.atLeast(touchedEnd)) {
                at = from.plus(bytes);
            } else if (tables.has(at, HeapTables.CANDIDATE)) {
                at = HeapTables.blockEnd(at);
                from = at;
            } else if (HeapTables.beginsBlock(at) && tables.isFreeBlock(at)) {
                at = at.plus(HeapTables.BLOCK);
            } else if (tables.isFree(at)) {
                at = at.plus(HeapTables.LINE);
            } else {
                at = tables.live(at) == HeapTables.LINES_PER_BLOCK ? HeapTables.blockEnd(at) : at.plus(HeapTables.LINE);
                from = at;
            }
            if (bound.below(from.plus(bytes))) {
                return Address.zero();
            }
        }
        return tables.reach(from.plus(bytes)) ? from : Address.zero();
    }

    /** Makes memory that was free ready for use: zero, unless it is to be copied over. */
    private void handOut(Address from, Address to) {
        handedOut += to.distanceFrom(from).toLong();
        holeEnd = to;
        Address at = from;
        while (at.below(to) && at.below(flaggedEnd)) {
            Address next = HeapTables.blockEnd(at);
            next = next.below(to) ? next : to;
            if (!tables.has(at, HeapTables.DIRTY)) {
                tables.set(at, HeapTables.DIRTY);
            } else if (!copying) {
                Magic.clear(at, next.distanceFrom(at).toLong());
            }
            at = next;
        }
        if (touchedEnd.below(to)) {
            touchedEnd = to.plus(HeapTables.BLOCK - 1).and(-HeapTables.BLOCK);
        }
    }

    /** Has all memory below {@code to}, which begins a block, count as touched; returns whether there is so much. */
    boolean touch(Address to) {
        if (!tables.reach(to)) {
            return false;
        }
        if (touchedEnd.below(to)) {
            touchedEnd = to;
        }
        return true;
    }

    /** Brings the flags of all touched blocks up to date. */
    void flagTouched() {
        for (; flaggedEnd.below(touchedEnd); flaggedEnd = flaggedEnd.plus(HeapTables.BLOCK)) {
            tables.set(flaggedEnd, HeapTables.DIRTY);
        }
    }

    /** Gives the pages of all free blocks from {@code from} on, which begins a block, back. Comes right after a sweep. */
    void releaseFrom(Address from) {
        Address block = from;
        while (block.below(touchedEnd)) {
            Address first = block;
            while (block.below(touchedEnd) && tables.live(block) == 0 && tables.has(block, HeapTables.DIRTY)) {
                tables.clear(block, HeapTables.DIRTY);
                block = block.plus(HeapTables.BLOCK);
            }
            if (first.below(block)) {
                memory.release(first, block.distanceFrom(first).toLong());
            } else {
                block = block.plus(HeapTables.BLOCK);
            }
        }
        lowerTouchedEnd(from);
    }

    /** The highest blocks, if all of them were given back, are untouched again. */
    private void lowerTouchedEnd(Address lowest) {
        Address end = touchedEnd;
        while (lowest.below(end) && !tables.has(end.minus(HeapTables.BLOCK), HeapTables.DIRTY)) {
            end = end.minus(HeapTables.BLOCK);
        }
        if (end.below(touchedEnd)) {
            touchedEnd = end;
            flaggedEnd = end;
        }
    }
}
