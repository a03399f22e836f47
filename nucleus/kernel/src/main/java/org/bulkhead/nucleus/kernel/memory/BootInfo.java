package org.bulkhead.nucleus.kernel.memory;

import org.bulkhead.vm.magic.Address;

/**
 * What the boot loader leaves.
 *
 * <pre>
 *   0 "BHBOOT01"   8 u32 number of memory map entries   12 u32 boot drive   16 u64 time-stamp counter when the boot sector began
 *  64 copy of the kernel image's header (512 bytes)
 * 576 memory map entries: u64 base, u64 length, u32 type (1 = usable), u32 attributes
 * </pre>
 */
public final class BootInfo {
    public static final int IMAGE_HEADER = 64;

    private static final long MAGIC = 0x3130_544F_4F42_4842L;
    private static final int MAP_COUNT = 8, START_TICKS = 16, MAP = 576, MAP_ENTRY_SIZE = 24, MAP_LENGTH = 8, MAP_TYPE = 16, USABLE = 1;
    /** The first megabyte has the BIOS's data and the boot loader's leavings. */
    private static final long LOW_END = 0x10_0000;

    private BootInfo() {}

    /** Returns whether boot information lies at {@code info}. */
    public static boolean isValid(long info) { return Address.fromLong(info).loadLong() == MAGIC; }

    /** Returns the time-stamp counter when the boot sector began. */
    public static long startTicks(long info) { return Address.fromLong(info).loadLong(START_TICKS); }

    /** Gives the usable memory, without the first megabyte and the image, to the page frames. */
    public static void addMemory(long info, PageFrames frames, ImageSections sections) {
        int count = Address.fromLong(info).loadInt(MAP_COUNT);
        for (int i = 0; i < count; i++) {
            Address entry = Address.fromLong(info + MAP + (long) i * MAP_ENTRY_SIZE);
            if (entry.loadInt(MAP_TYPE) == USABLE) frames.addRange(entry.loadLong(), entry.loadLong() + entry.loadLong(MAP_LENGTH));
        }
        frames.reserve(0, LOW_END);
        for (int i = 0; i < sections.count(); i++) frames.reserve(sections.start(i), sections.end(i));
    }
}
