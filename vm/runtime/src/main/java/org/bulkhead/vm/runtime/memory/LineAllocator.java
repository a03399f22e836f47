package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.NoStackProbe;

/**
 * Takes room for objects from free lines: small ones one after the other in the next hole, medium ones that do not fit it in a free block set aside for them, large ones in a run of their own.
 *
 * <p>The fast path is {@link Allocation}'s: it moves {@link #top} up as long as that does not pass {@link #softEnd}.
 */
@NoStackProbe
final class LineAllocator {
    private final FreeMemory free;
    /** Where the next object goes. */
    Address top = Address.zero();
    /** Allocations that would end beyond this leave the fast path. */
    Address softEnd = Address.zero();
    private Address end = Address.zero();
    private Address mediumTop = Address.zero();
    private Address mediumEnd = Address.zero();
    /** Whether every allocation leaves the fast path. */
    private boolean stopping;

    LineAllocator(FreeMemory free) {
        this.free = free;
    }

    /** Has every allocation leave the fast path, for tests. */
    void stopAlways() {
        stopping = true;
    }

    /** Forgets the memory at hand. */
    void drop() {
        top = end;
        softEnd = end;
        mediumTop = mediumEnd;
    }

    /** Returns the address of {@code size} bytes, a multiple of 8, or 0 if there is no room. */
    Address take(long size) {
        Address result = takeFromHole(size);
        if (!result.isZero()) {
            return result;
        }
        if (size <= HeapTables.LINE) {
            return nextHole() ? takeFromHole(size) : result;
        }
        if (size > HeapTables.LARGEST_MOVED) {
            return free.run(wholeLines(size));
        }
        if (mediumEnd.distanceFrom(mediumTop).toLong() < size && !nextMedium(HeapTables.BLOCK) && !nextMedium(wholeLines(size))) {
            return result;
        }
        result = mediumTop;
        mediumTop = result.plus(size);
        return result;
    }

    private static long wholeLines(long size) {
        return size + HeapTables.LINE - 1 & -HeapTables.LINE;
    }

    private Address takeFromHole(long size) {
        Address result = top;
        Address next = result.plus(size);
        if (end.below(next)) {
            return Address.zero();
        }
        top = next;
        softEnd = stopping ? next : end;
        return result;
    }

    private boolean nextHole() {
        Address hole = free.nextHole();
        if (hole.isZero()) {
            return false;
        }
        top = hole;
        end = free.holeEnd();
        return true;
    }

    private boolean nextMedium(long bytes) {
        Address run = free.run(bytes);
        if (run.isZero()) {
            return false;
        }
        mediumTop = run;
        mediumEnd = free.holeEnd();
        return true;
    }

    /** Returns the bytes that are left of the memory at hand. */
    long left() {
        return end.distanceFrom(top).toLong() + mediumEnd.distanceFrom(mediumTop).toLong();
    }

    /** Returns the end of the memory that was ever touched. */
    Address touchedEnd() {
        return free.touchedEnd();
    }
}
