package org.bulkhead.nucleus.kernel.memory;

import org.bulkhead.vm.magic.*;

/**
 * What the boot loader leaves in the first megabyte, where it stays: the memory map, and the list of the image's sections. The numbers below are the offsets given here.
 *
 * <pre>
 *   0 "BHBOOT01"   8 u32 number of memory map entries   12 u32 boot drive   16 u64 time-stamp counter when the boot sector began
 *  24 u64 root page-table entry of the window on physical memory
 *  64 copy of the kernel image's header (512 bytes): "BLKHDIMG", u32 number of sections, u32 size, then per section u32 address, offset in the file, size in the file, size in memory, kind, 0
 * 568 u32 the image's number, from its header  572 u32 dumps of the nucleus written, one at each of the restarts since a start without one
 * 576 memory map entries: u64 base, u64 length, u32 type (1 = usable), u32 attributes
 * </pre>
 */
public final class BootInfo {
    /** Kinds of sections; the ordinals are their numbers. */
    public enum Kind { NONE, NUCLEUS_CODE, NUCLEUS_DATA, CODE, METADATA, DATA }

    private static final long MAGIC = 0x3130_544F_4F42_4842L;
    private static final int SECTIONS = 80;
    private static final int SECTION_ENTRY_SIZE = 24;
    private static final int MAP = 576;
    private static final int MAP_ENTRY_SIZE = 24;
    private static final int USABLE = 1;
    /** Below there are the BIOS's data and the boot loader's leavings; from here to 1 MiB there are devices. */
    private static final long LOW_END = 0xA_0000;

    private long info;

    /** Takes the boot information at a physical address; returns whether it is there. */
    public boolean find(long physical) {
        info = Window.at(physical);
        return Window.load(physical) == MAGIC;
    }

    /** Returns the time-stamp counter when the boot sector began. */
    public long startTicks() {
        return Address.fromLong(info).loadLong(16);
    }

    /** Returns the image's number, and in the upper half how many dumps the boot loader has written in a row. */
    public long identity() {
        return Address.fromLong(info).loadLong(568);
    }

    /** Returns the entry of a root page table that maps the window on physical memory: for the nucleus alone, not executable. */
    public long windowEntry() {
        return Address.fromLong(info).loadLong(24);
    }

    /** Returns the number of sections. */
    public int sections() {
        return Address.fromLong(info).loadInt(72);
    }

    private long field(int section, int offset) {
        return Address.fromLong(info + SECTIONS + (long) section * SECTION_ENTRY_SIZE).loadInt(offset) & 0xFFFF_FFFFL;
    }

    /** Returns the physical and virtual address of a section. */
    public long start(int section) {
        return field(section, 0);
    }

    /** Returns the first byte behind the section's last page. */
    public long end(int section) {
        return start(section) + field(section, 12) + Window.PAGE - 1 & -Window.PAGE;
    }

    /** Returns what a section is. */
    public int kind(int section) {
        return (int) field(section, 16);
    }

    /** Opens the page frames, with their table behind the image, and gives them the usable memory, without what lies low and the image. */
    public void addMemory(PageFrames frames) {
        long table = 0;
        for (int i = 0; i < sections(); i++) {
            table = Math.max(table, end(i));
        }
        frames.open(table);
        int count = Address.fromLong(info).loadInt(8);
        for (int i = 0; i < count; i++) {
            Address entry = Address.fromLong(info + MAP + (long) i * MAP_ENTRY_SIZE);
            if (entry.loadInt(16) == USABLE) {
                frames.add(entry.loadLong(), entry.loadLong() + entry.loadLong(8));
            }
        }
        frames.setOwners(0, LOW_END, PageFrames.NUCLEUS);
        frames.setOwners(table, table + PageFrames.TABLE_SIZE, PageFrames.NUCLEUS);
        for (int i = 0; i < sections(); i++) {
            frames.setOwners(start(i), end(i), PageFrames.NUCLEUS);
        }
    }
}
