package org.bulkhead.nucleus.kernel.memory;

/**
 * An entry of a page table or page directory, as the processor reads it (Intel SDM 3A, 4.5). Bits 9 to 11 and 52 to 58 are free for the operating system.
 *
 * <pre>
 * 63 no execute | 54 owned by the image | 53 owned by a module | 52 lent | 51..12 frame | 11 foreign | 10 copy on write | 9 owned by this address space | 8 global | 7 large page | 4 not cached | 3 written through | 2 user | 1 writable | 0 present
 * </pre>
 */
public final class PageEntry {
    static final long PRESENT = 1;
    static final long WRITABLE = 2;
    static final long USER = 4;
    static final long WRITTEN_THROUGH = 8;
    static final long NOT_CACHED = 0x10;
    static final long GLOBAL = 0x100;
    /** The frame (or table) belongs to this address space and is freed with it. */
    public static final long OWNED = 0x200;
    /** The first write gets a copy of its own. */
    static final long COPY_ON_WRITE = 0x400;
    /** Memory of a device, or of another isolate: the nucleus never touches it for this one. */
    static final long FOREIGN = 0x800;
    /** Another isolate sees the page too, so it cannot be given back. */
    static final long LENT = 1L << 52;
    /** As {@link #OWNED}, of a module, and of the image. */
    public static final long OF_MODULE = 1L << 53;
    public static final long OF_IMAGE = 1L << 54;
    static final long NO_EXECUTE = 1L << 63;
    static final long FRAME = 0x000F_FFFF_FFFF_F000L;
    /** What says who may do what with a page. */
    static final long PROTECTION = PRESENT | WRITABLE | USER | COPY_ON_WRITE | FOREIGN | NO_EXECUTE;

    /** An entry that points to a table below; the last level decides what is allowed. */
    static final long TABLE = PRESENT | WRITABLE | USER;
    /** Added to a frame: a page of this address space alone, for data; owned besides. */
    static final long OWN_PAGE = PRESENT | WRITABLE | USER | NO_EXECUTE;
    /** What every page has that is the space's own and that the isolate may write, until the isolate itself gives it back. */
    static final long OWN_WRITABLE = PRESENT | WRITABLE | USER | OWNED;
    /** Added to a frame: a page that is mapped besides, for data. */
    public static final long WINDOW_PAGE = PRESENT | WRITABLE | USER | NO_EXECUTE;
    /** Added to an address of a device's memory, which is not cached. */
    public static final long DEVICE_PAGE = WINDOW_PAGE | FOREIGN | NOT_CACHED | WRITTEN_THROUGH;
    /** Added to a frame of another isolate, with WRITABLE if need be. */
    static final long BORROWED_PAGE = PRESENT | USER | NO_EXECUTE | FOREIGN;
    /**
     * Pages of the image and of modules, by {@link BootInfo.Kind}; never writable and executable at once, and none is writable for an isolate before it has its own copy. What a module can replace is not global, since
     * the processor keeps that from one address space to the next.
     */
    static final long[] OF_KIND = {0, PRESENT | GLOBAL, PRESENT | WRITABLE | GLOBAL | NO_EXECUTE, PRESENT | USER | GLOBAL, PRESENT | USER | NO_EXECUTE, PRESENT | USER | NO_EXECUTE | COPY_ON_WRITE};
    static final int ENTRIES = 512;
    /** The byte offsets that entries can have. */
    static final int OFFSETS = (ENTRIES - 1) * Long.BYTES;
    static final int LOG_PAGE = 12;
    static final int LOG_TABLE = 21;
    static final int LOG_DIRECTORY = 30;
    static final int LOG_ROOT = 39;

    private PageEntry() {}

    /** Returns the byte offset in its table of the entry for {@code address}, on the level whose entries cover {@code 1 << log} bytes. */
    static long offset(long address, int log) {
        return (address >>> log & ENTRIES - 1) * Long.BYTES;
    }
}
