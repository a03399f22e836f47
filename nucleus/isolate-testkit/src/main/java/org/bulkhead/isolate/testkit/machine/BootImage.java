package org.bulkhead.isolate.testkit.machine;

import org.bulkhead.nucleus.abi.DumpLayout;
import org.bulkhead.nucleus.kernel.memory.BootInfo;
import org.bulkhead.nucleus.kernel.memory.Window;
import org.bulkhead.vm.magic.Address;

/** What the boot loader leaves in memory: the memory map, and an image with hardly anything in it, since HotSpot has the code. */
final class BootImage {
    private static final long CODE = 0x40_0000;
    /** Where every thread stands while it does anything. */
    static final long ENTRY = CODE + 0x100;
    /** Where the nucleus sends a thread whose fault is a Java exception. */
    static final long FAULT_ENTRY = CODE + 0x200;
    /** Where a thread stands that touches a port: at an instruction that does so. */
    static final long PORT_INSTRUCTION = CODE + 0x300;

    private static final int IN_AL_DX = 0xEC;
    private static final long BOOT_INFO = 0x1_0000;
    private static final long MAGIC = 0x3130_544F_4F42_4842L;
    private static final long LOW_MEMORY = 0x9_F000;
    private static final long NUCLEUS_CODE = 0x10_0000;
    private static final long NUCLEUS_DATA = 0x20_0000;
    private static final int SECTIONS = 64;
    private static final int SECTION_LIST = 16;
    private static final int MAP = 576;
    private static final int ENTRY_SIZE = 24;
    private static final int USABLE = 1;

    private BootImage() {}

    /** Writes it to a memory of {@code bytes} bytes; returns its physical address. */
    static long write(long bytes) {
        Address info = Address.fromLong(Window.at(BOOT_INFO));
        info.storeLong(MAGIC);
        info.storeInt(2, 8);
        memory(info.plus(MAP), 0, LOW_MEMORY);
        memory(info.plus(MAP + ENTRY_SIZE), NUCLEUS_CODE, bytes - NUCLEUS_CODE);
        Address list = info.plus(SECTIONS);
        list.storeInt(3, 8);
        section(list.plus(SECTION_LIST), NUCLEUS_CODE, Window.PAGE, BootInfo.Kind.NUCLEUS_CODE.ordinal());
        section(list.plus(SECTION_LIST + ENTRY_SIZE), NUCLEUS_DATA, (int) (DumpLayout.PLACE - NUCLEUS_DATA) + DumpLayout.SIZE, BootInfo.Kind.NUCLEUS_DATA.ordinal());
        section(list.plus(SECTION_LIST + 2 * ENTRY_SIZE), CODE, Window.PAGE, BootInfo.Kind.CODE.ordinal());
        Address.fromLong(Window.at(PORT_INSTRUCTION)).storeByte((byte) IN_AL_DX);
        return BOOT_INFO;
    }

    private static void memory(Address entry, long base, long length) {
        entry.storeLong(base);
        entry.storeLong(length, 8);
        entry.storeInt(USABLE, 16);
    }

    private static void section(Address entry, long address, int size, int kind) {
        entry.storeInt((int) address);
        entry.storeInt(size, 8);
        entry.storeInt(size, 12);
        entry.storeInt(kind, 16);
    }
}
