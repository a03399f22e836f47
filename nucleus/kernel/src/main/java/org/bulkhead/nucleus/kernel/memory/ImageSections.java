package org.bulkhead.nucleus.kernel.memory;

import org.bulkhead.vm.magic.Address;

/** The sections of the image, as the header of the kernel image file lists them. */
public final class ImageSections {
    /** Kinds of sections. */
    public static final int NUCLEUS_CODE = 1;
    public static final int NUCLEUS_DATA = 2, CODE = 3, METADATA = 4, DATA = 5;
    /** Most sections that a header can have. */
    public static final int LIMIT = 16;
    /** The physical and virtual address of the first. */
    public static final long START = 0x10_0000;

    // Header: "BLKHDIMG", u32 count, u32 size, then entries of 24 bytes: u32 address, offset, file size, memory size, kind, 0.
    private static final int COUNT = 8, ENTRIES = 16, ENTRY_SIZE = 24, MEMORY_SIZE = 12, KIND = 16;

    private final long[] starts = new long[LIMIT];
    private final long[] ends = new long[LIMIT];
    private final int[] kinds = new int[LIMIT];
    private int count;

    /** Reads the header at {@code header}. */
    public void read(long header) {
        Address from = Address.fromLong(header);
        int listed = from.loadInt(COUNT);
        count = listed < LIMIT ? listed : LIMIT;
        for (int i = 0; i < count; i++) {
            int entry = ENTRIES + i * ENTRY_SIZE;
            starts[i] = from.loadInt(entry) & 0xFFFF_FFFFL;
            ends[i] = starts[i] + (from.loadInt(entry + MEMORY_SIZE) & 0xFFFF_FFFFL) + Window.PAGE - 1 & -Window.PAGE;
            kinds[i] = from.loadInt(entry + KIND);
        }
    }

    public int count() { return count; }

    public long start(int section) { return starts[section]; }

    /** Returns the first byte behind the section's last page. */
    public long end(int section) { return ends[section]; }

    public int kind(int section) { return kinds[section]; }

    /** Returns the kind of the section that holds {@code address}, or 0. */
    public int kindAt(long address) {
        for (int i = 0; i < count; i++) {
            if (address >= starts[i] && address < ends[i]) return kinds[i];
        }
        return 0;
    }
}
