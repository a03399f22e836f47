package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.NoStackProbe;

/**
 * A heap of two halves: allocation moves a pointer up through one, collection copies what lives into the other.
 *
 * <p>The half in use starts small and doubles, up to the limit, whenever a collection leaves it more than a quarter full, so that the time spent copying stays in proportion to allocation.
 * All memory between the allocation pointer and the end of what is mapped is zero. For one thread.
 */
@NoStackProbe
public final class SemiSpaceHeap {
    private static final long PAGE_MASK = -4096;
    /** A collection that leaves more than this fraction (as a divisor) of the half in use makes it grow. */
    private static final int GROW_ABOVE = 4;

    private final HeapMemory memory;
    private final Roots roots;
    private final Collector collector = new Collector();
    private Space inUse;
    private Space spare;
    /** Where the next object goes; {@link Allocation} moves it too. */
    Address top = Address.zero();
    /** Allocations that would end beyond this leave the fast path. */
    Address softEnd = Address.zero();
    /** Allocations never end beyond this without a collection. */
    private Address end = Address.zero();
    private long size;
    private long limit;
    private int collectEvery;
    private int untilCollection;
    private long collections;

    /**
     * Makes a heap without memory: {@link #start} comes before the first allocation.
     *
     * @param memory where pages come from
     * @param roots what keeps objects alive
     * @param base first byte of the lower half, a multiple of 64 KiB
     * @param halfCapacity bytes of addresses for each half, a multiple of 64 KiB
     */
    public SemiSpaceHeap(HeapMemory memory, Roots roots, Address base, long halfCapacity) {
        this.memory = memory;
        this.roots = roots;
        this.inUse = new Space(memory, base, halfCapacity);
        this.spare = new Space(memory, base.plus(halfCapacity), halfCapacity);
    }

    /** Moves the heap to other addresses, as the constructor takes them; only before {@link #start}. */
    public void place(Address base, long halfCapacity) {
        inUse.place(base, halfCapacity);
        spare.place(base.plus(halfCapacity), halfCapacity);
    }

    /**
     * Maps the first memory. Does not allocate objects.
     *
     * @param initial bytes that the half in use may grow to at first
     * @param maximum bytes that it may ever grow to
     * @param every collect at every {@code every}-th allocation, for tests; 0: only when full
     */
    public void start(long initial, long maximum, int every) {
        limit = maximum & PAGE_MASK;
        collectEvery = every;
        untilCollection = every;
        top = inUse.start();
        end = top;
        growTo(initial < limit ? initial : limit);
    }

    /** Returns the address of {@code size} zeroed bytes, a multiple of 8, or 0 if there is no room even after a collection. May move every object. */
    public Address allocate(long size) {
        Address result = top;
        Address next = result.plus(size);
        if (softEnd.below(next)) {
            return allocateSlowly(size);
        }
        top = next;
        return result;
    }

    /** Returns the address of {@code size} zeroed bytes, a multiple of 8, or 0 if there is no room; never collects. */
    public Address allocateWithoutCollecting(long size) {
        Address result = top;
        if (end.below(result.plus(size))) {
            return Address.zero();
        }
        take(size);
        return result;
    }

    private Address allocateSlowly(long size) {
        if (collectEvery != 0) {
            untilCollection--;
            if (untilCollection <= 0) {
                untilCollection = collectEvery;
                collect(size);
            }
        }
        if (end.below(top.plus(size))) {
            collect(size);
            if (end.below(top.plus(size))) {
                return Address.zero();
            }
        }
        Address result = top;
        take(size);
        return result;
    }

    private void take(long size) {
        top = top.plus(size);
        softEnd = collectEvery == 0 ? end : top;
    }

    /** Frees all memory that cannot be reached. Moves every object. */
    public void collect() {
        collect(0);
    }

    private void collect(long wanted) {
        inUse.wrote(top);
        Address newTop = collector.collect(inUse, top, spare, roots);
        if (newTop.isZero()) {
            // Half of the objects have moved and there is nowhere to put the rest.
            memory.exhausted();
        }
        Space full = inUse;
        inUse = spare;
        spare = full;
        inUse.clearFrom(newTop);
        top = newTop;
        end = newTop;
        collections++;
        resize(wanted);
    }

    private void resize(long wanted) {
        long used = used();
        long wantedSize = size;
        while (wantedSize < limit && (used * GROW_ABOVE > wantedSize || used + wanted > wantedSize)) {
            wantedSize = wantedSize * 2;
        }
        growTo(wantedSize < limit ? wantedSize : limit);
    }

    private void growTo(long newSize) {
        Address wantedEnd = inUse.start().plus(newSize);
        if (inUse.reach(wantedEnd)) {
            size = newSize;
            end = wantedEnd;
        } else {
            end = inUse.mappedEnd();
        }
        if (end.below(top)) {
            end = top;
        }
        softEnd = collectEvery == 0 ? end : top;
    }

    /** Returns the bytes allocated and not yet collected. */
    public long used() {
        return top.distanceFrom(inUse.start()).toLong();
    }

    /** Returns the bytes that can be allocated before the next collection. */
    public long free() {
        return end.distanceFrom(top).toLong();
    }

    /** Returns the bytes that a half may grow to. */
    public long limit() {
        return limit;
    }

    /** Returns the number of collections so far. */
    public long collections() {
        return collections;
    }

    /** Returns whether {@code object} lies in the half in use. */
    public boolean contains(Address object) {
        return object.atLeast(inUse.start()) && object.below(top);
    }
}
