package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;

/** One half of the heap: a stretch of addresses of which a growing prefix is mapped. */
@NoStackProbe
final class Space {
    /** Bytes by which the mapped prefix grows at least. */
    private static final long GROWTH = 64 << 10;

    private final HeapMemory memory;
    private Address start;
    private long capacity;
    private Address mappedEnd;
    /** Everything mapped from here on is zero. */
    private Address dirtyEnd;

    Space(HeapMemory memory, Address start, long capacity) {
        this.memory = memory;
        place(start, capacity);
    }

    /** Moves the half to other addresses; only as long as nothing is mapped. */
    void place(Address newStart, long newCapacity) {
        start = newStart;
        capacity = newCapacity;
        mappedEnd = newStart;
        dirtyEnd = newStart;
    }

    Address start() {
        return start;
    }

    Address mappedEnd() {
        return mappedEnd;
    }

    /** Makes sure that all memory below {@code end} is mapped; returns whether it is. */
    boolean reach(Address end) {
        if (mappedEnd.atLeast(end)) {
            return true;
        }
        long bytes = end.distanceFrom(mappedEnd).toLong() + GROWTH - 1 & -GROWTH;
        if (mappedEnd.distanceFrom(start).toLong() + bytes > capacity || !memory.map(mappedEnd, bytes)) {
            return false;
        }
        mappedEnd = mappedEnd.plus(bytes);
        return true;
    }

    /** Notes that memory below {@code end} was written. */
    void wrote(Address end) {
        if (dirtyEnd.below(end)) {
            dirtyEnd = end;
        }
    }

    /** Zeroes all mapped memory from {@code from} on. */
    void clearFrom(Address from) {
        if (from.below(dirtyEnd)) {
            Magic.clear(from, dirtyEnd.distanceFrom(from).toLong());
        }
        dirtyEnd = from;
    }
}
