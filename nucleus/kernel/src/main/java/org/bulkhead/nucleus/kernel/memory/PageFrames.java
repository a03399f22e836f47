package org.bulkhead.nucleus.kernel.memory;

import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.vm.magic.*;

/**
 * All page frames below {@link Window#PHYSICAL_LIMIT}, each free, or owned by one isolate or by the nucleus, or no memory at all.
 *
 * <p>A table with one byte per frame says which, so that a frame freed twice, or by the wrong owner, is seen at once, and memory is never taken for a device. Frames that were given back form a list
 * threaded through themselves; those never used are found in the table, from the lowest on for isolates, from the highest on for the nucleus.
 */
public final class PageFrames {
    /** Owner number of the nucleus; isolates have their index plus 1. */
    public static final int NUCLEUS = 254;
    /** Bytes of the table. */
    public static final long TABLE_SIZE = Window.PHYSICAL_LIMIT >> PageEntry.LOG_PAGE;

    private static final int NO_MEMORY = 0;
    private static final int FREE = 255;

    private final KernelLog log;
    private long owners;
    /** No frame from here on is free. */
    private long end;
    /** All free frames below are in the list that begins with {@link #freed}. */
    private long unused;
    private long freed;
    /** Number of free frames. */
    public long free;

    public PageFrames(KernelLog log) {
        this.log = log;
    }

    /** Takes {@link #TABLE_SIZE} bytes at a physical address for the table; there is no other memory yet. */
    public void open(long table) {
        owners = Window.at(table);
        Magic.clear(Address.fromLong(owners), TABLE_SIZE);
    }

    /** Adds usable memory, rounded inwards to whole frames. Only while the nucleus starts. */
    public void add(long first, long last) {
        setOwners(first + Window.PAGE - 1, last & -Window.PAGE, FREE);
        end = Math.max(end, Math.min(last & -Window.PAGE, Window.PHYSICAL_LIMIT));
    }

    /** Says whose memory is, rounded outwards to whole frames. Only while the nucleus starts. */
    public void setOwners(long first, long last, int owner) {
        for (long frame = first & -Window.PAGE; frame < last && frame < Window.PHYSICAL_LIMIT; frame += Window.PAGE) {
            setOwner(frame, owner);
        }
    }

    /** Returns the physical address of {@code pages} zeroed frames, one behind the other, for the nucleus for ever. Only while the nucleus starts. */
    public long allocateForEver(int pages) {
        return allocateForEver(pages, Window.PAGE);
    }

    /** Does the same from a multiple of {@code alignment} bytes on, a power of two of at least a page; frames that are passed over for it stay free. */
    public long allocateForEver(int pages, long alignment) {
        long memory = end;
        for (int found = 0; found < pages || (memory & alignment - 1) != 0; found = owner(memory) == FREE ? found + 1 : 0) {
            log.require(memory != 0, Text.of("no memory for the nucleus's own tables"));
            memory -= Window.PAGE;
        }
        long bytes = (long) pages * Window.PAGE;
        Magic.clear(Address.fromLong(Window.at(memory)), bytes);
        setOwners(memory, memory + bytes, NUCLEUS);
        return memory;
    }

    /** Returns the physical address of a zeroed frame that now belongs to {@code owner}, or 0 if all are in use. */
    public long allocate(int owner) {
        long frame = freed != 0 ? takeFreed() : takeUnused();
        if (frame == 0) return 0;
        Magic.clear(Address.fromLong(Window.at(frame)), Window.PAGE);
        setOwner(frame, owner);
        return frame;
    }

    private long takeFreed() {
        long frame = freed;
        freed = Window.load(frame);
        log.require(owner(frame) == FREE, Text.of("the list of free page frames holds a frame that is owned"));
        return frame;
    }

    private long takeUnused() {
        while (unused < end && owner(unused) != FREE) {
            unused += Window.PAGE;
        }
        return unused < end ? unused : 0;
    }

    /** Takes a frame back from its owner. */
    public void free(long frame, int owner) {
        log.require(owner(frame) == owner && owner != FREE, Text.of("a page frame is freed by another than its owner"));
        setOwner(frame, FREE);
        Window.store(frame, freed);
        freed = frame;
    }

    /** Returns whether any of a physical range below {@link Window#PHYSICAL_LIMIT} is memory of the machine. */
    public boolean hasMemory(long first, long last) {
        for (long frame = first; frame < last; frame += Window.PAGE) {
            if (owner(frame) != NO_MEMORY) return true;
        }
        return false;
    }

    /** Returns the owner of a frame. */
    public int owner(long frame) {
        return Address.fromLong(owners + (frame >>> PageEntry.LOG_PAGE)).loadByte() & 0xFF;
    }

    private void setOwner(long frame, int owner) {
        free += (owner == FREE ? 1 : 0) - (owner(frame) == FREE ? 1 : 0);
        Address.fromLong(owners + (frame >>> PageEntry.LOG_PAGE)).storeByte((byte) owner);
    }
}
