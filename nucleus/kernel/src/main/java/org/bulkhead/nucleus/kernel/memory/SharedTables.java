package org.bulkhead.nucleus.kernel.memory;

import org.bulkhead.nucleus.abi.*;

/**
 * The page tables that all address spaces have in common, made once: the image's, and the window on physical memory, which the boot loader has made. Each address space starts with a copy of one page directory, whose page tables stay
 * shared until the isolate writes to its data.
 */
public final class SharedTables {
    /** By {@link BootInfo.Kind}; never writable and executable at once, and nothing of the image is writable for an isolate before it has its own copy. */
    private static final long[] BITS = {0,
        PageEntry.PRESENT | PageEntry.GLOBAL,
        PageEntry.PRESENT | PageEntry.WRITABLE | PageEntry.GLOBAL | PageEntry.NO_EXECUTE,
        PageEntry.PRESENT | PageEntry.USER | PageEntry.GLOBAL,
        PageEntry.PRESENT | PageEntry.USER | PageEntry.GLOBAL | PageEntry.NO_EXECUTE,
        PageEntry.PRESENT | PageEntry.USER | PageEntry.NO_EXECUTE | PageEntry.COPY_ON_WRITE};

    private final PageFrames frames;
    private final BootInfo image;
    /** Page directory of the first gigabyte that a new address space starts with. */
    long imageDirectory;
    /** Root of the address space in which the nucleus is alone. */
    public long nucleusRoot;

    public SharedTables(PageFrames frames, BootInfo image) {
        this.frames = frames;
        this.image = image;
    }

    /** Builds the tables. */
    public void build() {
        imageDirectory = frames.allocateForEver(1);
        for (int i = 0; i < image.sections(); i++) {
            mapSection(image.start(i), image.end(i), image.kind(i));
        }
        nucleusRoot = frames.allocateForEver(1);
        long directories = frames.allocateForEver(1);
        Window.store(directories, imageDirectory | PageEntry.TABLE);
        Window.store(nucleusRoot, directories | PageEntry.TABLE);
        linkWindow(nucleusRoot);
    }

    private void mapSection(long start, long end, int kind) {
        long bits = BITS[kind];
        long tableBits = (bits & PageEntry.USER) != 0 ? PageEntry.TABLE : PageEntry.PRESENT | PageEntry.WRITABLE;
        for (long page = start; page < end; page += Window.PAGE) {
            long slot = imageDirectory + PageEntry.offset(page, PageEntry.LOG_TABLE);
            if (Window.load(slot) == 0) {
                Window.store(slot, frames.allocateForEver(1) | tableBits);
            }
            Window.store((Window.load(slot) & PageEntry.FRAME) + PageEntry.offset(page, PageEntry.LOG_PAGE), page | bits);
        }
    }

    /** Maps the window in an address space's root; all of them share the tables below. */
    void linkWindow(long root) {
        Window.store(root + PageEntry.offset(AddressSpaceLayout.PHYSICAL_WINDOW, PageEntry.LOG_ROOT), image.windowEntry());
    }
}
