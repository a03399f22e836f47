package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.NoStackProbe;

/**
 * The heap of a program: allocation into free lines, and when they are used up, a collection that finds which lines are free now.
 *
 * <p>How far up the heap reaches follows from what is live: the next collection comes when {@link #GROWTH} times the live bytes are in use, but not below the initial size and not above the limit. Pages that are
 * free and above that go back to the platform. Objects move only out of blocks that are nearly empty, when there are many of them, and to make room for an object that finds no run of free lines. For one thread at a time.
 */
@NoStackProbe
public final class MarkRegionHeap {
    /** The heap may be this many times as large as what lives in it. */
    private static final long GROWTH = 4;
    /** What a heap keeps that was told to collect: less is not worth the page faults that come with using it again. */
    private static final long KEPT = 1 << 20;

    private final HeapMemory memory;
    private final Roots roots;
    private final HeapTables tables;
    private final FreeMemory free;
    private final LineAllocator allocator;
    private final References references = new References();
    private final Collector collector;
    private final Evacuation evacuation;
    private final CollectionFigures figures = new CollectionFigures();
    private long initial;
    private long live;
    private int collectEvery;
    private int untilCollection;

    /**
     * Makes a heap without memory: {@link #start} comes before the first allocation.
     *
     * @param memory where pages come from
     * @param roots what keeps objects alive
     */
    public MarkRegionHeap(HeapMemory memory, Roots roots) {
        this.memory = memory;
        this.roots = roots;
        tables = new HeapTables(memory);
        free = new FreeMemory(tables, memory);
        allocator = new LineAllocator(free);
        collector = new Collector(tables, allocator, references);
        evacuation = new Evacuation(tables, free);
    }

    /**
     * Maps the first memory. Does not allocate objects.
     *
     * @param base first byte, a multiple of 64 KiB
     * @param limit bytes that the heap may ever use, its tables included
     * @param first bytes of objects before the first collection
     * @param every collect at every {@code every}-th allocation, and move all objects then, for tests; 0: only when full
     */
    public void start(Address base, long limit, long first, int every) {
        tables.place(base, limit);
        initial = first;
        collectEvery = every;
        untilCollection = every;
        if (every != 0) {
            allocator.stopAlways();
        }
        if (free.start()) {
            free.restart(boundFor(initial));
        }
    }

    /** Returns where objects are allocated, for the fast path. */
    LineAllocator allocator() {
        return allocator;
    }

    /** Returns the reference objects of the heap. */
    References references() {
        return references;
    }

    /** Returns what is known about collections so far. */
    public CollectionFigures figures() {
        return figures;
    }

    /** Returns the address of {@code size} zeroed bytes, a multiple of 8, or 0 if there is no room even after a collection. May move any object. */
    public Address allocate(long size) {
        if (collectEvery != 0) {
            untilCollection--;
            if (untilCollection <= 0) {
                untilCollection = collectEvery;
                collect(size);
            }
        }
        Address result = allocator.take(size);
        return result.isZero() ? allocateAfterCollection(size) : result;
    }

    /** Returns the address of {@code size} zeroed bytes, a multiple of 8, or 0 if there is no room; never collects. */
    public Address allocateWithoutCollecting(long size) {
        return allocator.take(size);
    }

    private Address allocateAfterCollection(long size) {
        if (size > limit()) {
            return Address.zero();
        }
        collect(size);
        Address result = allocator.take(size);
        if (result.isZero()) {
            // As long as there is memory, fragments are no reason to fail.
            free.allowUpTo(tables.end());
            result = allocator.take(size);
        }
        if (result.isZero() && references.keptSoft()) {
            references.clearSoftOnce();
            result = lastResort(0, size);
        }
        if (result.isZero()) {
            long candidates = evacuation.window(size);
            result = candidates == 0 ? result : lastResort(candidates, size);
        }
        return result;
    }

    private Address lastResort(long candidates, long size) {
        collect(candidates, size, tables.end());
        free.allowUpTo(tables.end());
        return allocator.take(size);
    }

    /** Frees all memory that cannot be reached, and gives all of it but the lowest back: whoever asks for a collection has no use for it just now. May move any object. */
    public void collect() {
        collect(candidates(), 0, boundFor(KEPT));
    }

    private void collect(long wanted) {
        collect(candidates(), wanted, tables.end());
    }

    private long candidates() {
        return collectEvery == 0 ? evacuation.sparse() : evacuation.everything();
    }

    /** Collects; {@code candidates} is how many blocks are to be emptied. Free blocks from {@code kept} on, or beyond the place of the next collection, are given back. */
    private void collect(long candidates, long wanted, Address kept) {
        long begin = memory.nanoTime();
        long before = used();
        if (candidates != 0) {
            allocator.drop();
            free.startCopying();
        }
        tables.unpin(free.touchedEnd());
        collector.collect(roots, candidates);
        free.flagTouched();
        live = tables.sweep(free.touchedEnd()) * HeapTables.LINE;
        Address bound = boundFor(live * GROWTH + wanted);
        free.releaseFrom(kept.below(bound) ? kept : bound);
        free.restart(bound);
        if (collectEvery != 0) {
            free.startElsewhere(figures.collections());
        }
        allocator.drop();
        figures.add(memory.nanoTime() - begin, before, live, collector.moved());
        memory.collected(figures);
    }

    private Address boundFor(long bytes) {
        long whole = (bytes < initial ? initial : bytes) + HeapTables.BLOCK - 1 & -HeapTables.BLOCK;
        return whole < limit() ? tables.start().plus(whole) : tables.end();
    }

    /** Returns the bytes in use: those live at the last collection, and those allocated since. */
    public long used() {
        return live + free.handedOut() - allocator.left();
    }

    /** Returns the bytes that can be allocated before the next collection. */
    public long free() {
        long size = free.bound().distanceFrom(tables.start()).toLong();
        return size > used() ? size - used() : 0;
    }

    /** Returns the bytes of objects that the heap may grow to. */
    public long limit() {
        return tables.end().distanceFrom(tables.start()).toLong();
    }

    /** Returns whether {@code object} lies in the heap. */
    public boolean contains(Address object) {
        return object.atLeast(tables.start()) && object.below(free.touchedEnd());
    }
}
