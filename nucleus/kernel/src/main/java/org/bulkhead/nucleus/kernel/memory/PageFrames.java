package org.bulkhead.nucleus.kernel.memory;

import org.bulkhead.nucleus.kernel.hardware.KernelLog;
import org.bulkhead.nucleus.kernel.hardware.Text;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;

/**
 * All page frames, each free or owned by one isolate or by the nucleus.
 *
 * <p>Frames never used come from the ranges that the machine reported; frames given back form a list threaded through themselves. A table with one byte per frame names the owner, so that a frame
 * freed twice, or by the wrong owner, is seen at once.
 */
public final class PageFrames {
    /** Owner number of the nucleus; isolates have their index plus 1. */
    public static final int NUCLEUS = 254;

    private static final int FREE = 0;
    private static final int RANGE_LIMIT = 32;
    private static final byte[] FREED_BY_OTHER = Text.of("a page frame is freed by another than its owner");
    private static final byte[] FREE_LIST_BROKEN = Text.of("the list of free page frames holds a frame that is owned");
    private static final byte[] NO_ROOM = Text.of("no memory for the nucleus's own tables");

    private final KernelLog log;
    private final long[] starts = new long[RANGE_LIMIT];
    private final long[] ends = new long[RANGE_LIMIT];
    private int ranges;
    private long owners;
    private long freed;
    private long free;

    public PageFrames(KernelLog log) {
        this.log = log;
    }

    /** Adds usable physical memory, rounded inwards to whole frames. Ranges beyond the 32nd or {@link Window#PHYSICAL_LIMIT} are left unused. Only before {@link #open}. */
    public void addRange(long start, long end) {
        long first = start + Window.PAGE - 1 & -Window.PAGE;
        long last = Math.min(end, Window.PHYSICAL_LIMIT) & -Window.PAGE;
        if (first < last && ranges < RANGE_LIMIT) {
            starts[ranges] = first;
            ends[ranges] = last;
            ranges++;
        }
    }

    /** Takes out what is in use already, rounded outwards to whole frames. Only before {@link #open}. */
    public void reserve(long start, long end) {
        long first = start & -Window.PAGE;
        long last = end + Window.PAGE - 1 & -Window.PAGE;
        for (int i = ranges - 1; i >= 0; i--) {
            if (first < ends[i] && last > starts[i]) {
                long oldEnd = ends[i];
                // The part below stays here, the part above becomes a range of its own; an empty one is harmless.
                ends[i] = Math.max(first, starts[i]);
                addRange(last, oldEnd);
            }
        }
    }

    /** Makes the table of owners, out of the memory itself. */
    public void open() {
        long highest = 0;
        for (int i = 0; i < ranges; i++) {
            highest = Math.max(ends[i], highest);
            free += ends[i] - starts[i] >> PageEntry.LOG_PAGE;
        }
        int pages = (int) ((highest >> PageEntry.LOG_PAGE) + Window.PAGE - 1 >> PageEntry.LOG_PAGE);
        long table = takeEnd(pages);
        owners = Window.at(table);
        own(table, pages);
    }

    /** Returns the physical address of {@code pages} zeroed frames, one behind the other, for the nucleus for ever. Only while the nucleus starts. */
    public long allocateForEver(int pages) {
        long memory = takeEnd(pages);
        own(memory, pages);
        return memory;
    }

    private long takeEnd(int pages) {
        long bytes = (long) pages * Window.PAGE;
        for (int i = 0; i < ranges; i++) {
            if (ends[i] - starts[i] >= bytes) {
                ends[i] -= bytes;
                free -= pages;
                return ends[i];
            }
        }
        log.broken(NO_ROOM);
        return 0;
    }

    private void own(long memory, int pages) {
        Magic.clear(Address.fromLong(Window.at(memory)), (long) pages * Window.PAGE);
        for (int i = 0; i < pages; i++) {
            setOwner(memory + (long) i * Window.PAGE, NUCLEUS);
        }
    }

    /** Returns the physical address of a zeroed frame that now belongs to {@code owner}, or 0 if all are in use. */
    public long allocate(int owner) {
        long frame = freed != 0 ? takeFreed() : takeUnused();
        if (frame == 0) return 0;
        Magic.clear(Address.fromLong(Window.at(frame)), Window.PAGE);
        setOwner(frame, owner);
        free--;
        return frame;
    }

    private long takeFreed() {
        long frame = freed;
        freed = Window.load(frame);
        if (owner(frame) != FREE) {
            log.broken(FREE_LIST_BROKEN);
        }
        return frame;
    }

    private long takeUnused() {
        while (ranges > 0 && starts[ranges - 1] >= ends[ranges - 1]) {
            ranges--;
        }
        if (ranges == 0) return 0;
        long frame = starts[ranges - 1];
        starts[ranges - 1] += Window.PAGE;
        return frame;
    }

    /** Takes a frame back from its owner. */
    public void free(long frame, int owner) {
        if (owner(frame) != owner || owner == FREE) {
            log.broken(FREED_BY_OTHER);
        }
        setOwner(frame, FREE);
        Window.store(frame, freed);
        freed = frame;
        free++;
    }

    /** Returns the number of free frames. */
    public long free() {
        return free;
    }

    /** Returns the owner of a frame, 0 if it is free. */
    public int owner(long frame) {
        return Address.fromLong(owners + (frame >>> PageEntry.LOG_PAGE)).loadByte() & 0xFF;
    }

    private void setOwner(long frame, int owner) {
        Address.fromLong(owners + (frame >>> PageEntry.LOG_PAGE)).storeByte((byte) owner);
    }
}
