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

    private static final int FREE = 0, RANGE_LIMIT = 32, PAGE_SHIFT = 12;
    private static final byte[] FREED_BY_OTHER = Text.of("a page frame is freed by another than its owner");
    private static final byte[] FREE_LIST_BROKEN = Text.of("the list of free page frames holds a frame that is owned");
    private static final byte[] NO_ROOM = Text.of("no memory for the nucleus's own tables");

    private final KernelLog log;
    private final long[] starts = new long[RANGE_LIMIT];
    private final long[] ends = new long[RANGE_LIMIT];
    private int ranges;
    private long owners, frameCount, freed, free;

    public PageFrames(KernelLog log) { this.log = log; }

    /** Adds usable physical memory, rounded inwards to whole frames. Ranges beyond the 32nd or {@link Window#PHYSICAL_LIMIT} are left unused. Only before {@link #open}. */
    public void addRange(long start, long end) {
        long first = start + Window.PAGE - 1 & -Window.PAGE;
        long last = (end < Window.PHYSICAL_LIMIT ? end : Window.PHYSICAL_LIMIT) & -Window.PAGE;
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
                ends[i] = first > starts[i] ? first : starts[i];
                addRange(last, oldEnd);
            }
        }
    }

    /** Makes the table of owners, out of the memory itself. */
    public void open() {
        long highest = 0;
        for (int i = 0; i < ranges; i++) {
            highest = ends[i] > highest ? ends[i] : highest;
            free += ends[i] - starts[i] >> PAGE_SHIFT;
        }
        frameCount = highest >> PAGE_SHIFT;
        int pages = (int) (frameCount + Window.PAGE - 1 >> PAGE_SHIFT);
        long table = takeEnd(pages);
        Magic.clear(Address.fromLong(Window.at(table)), (long) pages * Window.PAGE);
        owners = Window.at(table);
        own(table, pages);
    }

    /** Returns the physical address of {@code pages} zeroed frames, one behind the other, for the nucleus for ever. Only while the nucleus starts. */
    public long allocateForEver(int pages) {
        long memory = takeEnd(pages);
        Magic.clear(Address.fromLong(Window.at(memory)), (long) pages * Window.PAGE);
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

    private void own(long memory, int pages) { for (int i = 0; i < pages; i++) setOwner(memory + (long) i * Window.PAGE, NUCLEUS); }

    /** Returns the physical address of a zeroed frame that now belongs to {@code owner}, or 0 if all are in use. */
    public long allocate(int owner) {
        long frame = freed;
        if (frame != 0) {
            freed = Window.load(frame);
            if (owner(frame) != FREE) log.broken(FREE_LIST_BROKEN);
        } else {
            frame = unused();
            if (frame == 0) return 0;
        }
        Window.clearFrame(frame);
        setOwner(frame, owner);
        free--;
        return frame;
    }

    private long unused() {
        while (ranges > 0) {
            int last = ranges - 1;
            if (starts[last] < ends[last]) {
                long frame = starts[last];
                starts[last] = frame + Window.PAGE;
                return frame;
            }
            ranges = last;
        }
        return 0;
    }

    /** Takes a frame back from its owner. */
    public void free(long frame, int owner) {
        if (owner(frame) != owner || owner == FREE) log.broken(FREED_BY_OTHER);
        setOwner(frame, FREE);
        Window.store(frame, freed);
        freed = frame;
        free++;
    }

    /** Returns the number of free frames. */
    public long free() { return free; }

    /** Returns the owner of a frame, 0 if it is free. */
    public int owner(long frame) { return Address.fromLong(owners + (frame >>> PAGE_SHIFT)).loadByte() & 0xFF; }

    private void setOwner(long frame, int owner) { Address.fromLong(owners + (frame >>> PAGE_SHIFT)).storeByte((byte) owner); }
}
