package org.bulkhead.nucleus.kernel.memory;

import static org.bulkhead.nucleus.kernel.memory.PageEntry.*;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;

/**
 * The page tables that all address spaces have in common, made once: the window on physical memory, and the image. Each address space starts with a copy of one page directory, whose page tables stay
 * shared until the isolate writes to its data.
 */
public final class SharedTables {
    private static final int WINDOW_GIGABYTES = (int) (Window.PHYSICAL_LIMIT >> PageEntry.LOG_DIRECTORY);

    private final PageFrames frames;
    private final ImageSections sections;
    private long windowDirectories, imageDirectory, nucleusRoot;

    public SharedTables(PageFrames frames, ImageSections sections) {
        this.frames = frames;
        this.sections = sections;
    }

    /** Builds the tables. */
    public void build() {
        buildWindow();
        imageDirectory = frames.allocateForEver(1);
        for (int i = 0; i < sections.count(); i++) mapSection(sections.start(i), sections.end(i), sections.kind(i));
        nucleusRoot = frames.allocateForEver(1);
        long directories = frames.allocateForEver(1);
        Window.store(directories, imageDirectory | TABLE);
        linkRoot(nucleusRoot, directories);
    }

    private void buildWindow() {
        windowDirectories = frames.allocateForEver(1);
        for (int gigabyte = 0; gigabyte < WINDOW_GIGABYTES; gigabyte++) {
            long directory = frames.allocateForEver(1);
            Window.store(windowDirectories + (long) gigabyte * Long.BYTES, directory | PRESENT | WRITABLE);
            for (int i = 0; i < PageEntry.ENTRIES; i++) {
                long physical = ((long) gigabyte << PageEntry.LOG_DIRECTORY) + ((long) i << PageEntry.LOG_TABLE);
                Window.store(directory + (long) i * Long.BYTES, physical | PRESENT | WRITABLE | LARGE | GLOBAL | NO_EXECUTE);
            }
        }
    }

    private void mapSection(long start, long end, int kind) {
        long bits = bitsOf(kind);
        long tableBits = (bits & USER) != 0 ? TABLE : PRESENT | WRITABLE;
        for (long page = start; page < end; page += Window.PAGE) {
            long slot = imageDirectory + PageEntry.offset(page, PageEntry.LOG_TABLE);
            if (Window.load(slot) == 0) Window.store(slot, frames.allocateForEver(1) | tableBits);
            Window.store((Window.load(slot) & PageEntry.FRAME) + PageEntry.offset(page, PageEntry.LOG_PAGE), page | bits);
        }
    }

    /** Never writable and executable at once; nothing of the image is writable for an isolate before it has its own copy. */
    private static long bitsOf(int kind) {
        switch (kind) {
            case ImageSections.NUCLEUS_CODE: return PRESENT | GLOBAL;
            case ImageSections.NUCLEUS_DATA: return PRESENT | WRITABLE | GLOBAL | NO_EXECUTE;
            case ImageSections.CODE: return PRESENT | USER | GLOBAL;
            case ImageSections.METADATA: return PRESENT | USER | GLOBAL | NO_EXECUTE;
            case ImageSections.DATA: return PRESENT | USER | NO_EXECUTE | COPY_ON_WRITE;
            default: return 0;
        }
    }

    /** Fills in a new root: user half from {@code directories}, nucleus half shared. */
    void linkRoot(long root, long directories) {
        Window.store(root, directories | TABLE);
        Window.store(root + PageEntry.offset(AddressSpaceLayout.PHYSICAL_WINDOW, 39), windowDirectories | PRESENT | WRITABLE);
    }

    /** Returns the page directory of the first gigabyte that a new address space starts with. */
    long imageDirectory() { return imageDirectory; }

    /** Returns the root of the address space in which the nucleus is alone. */
    public long nucleusRoot() { return nucleusRoot; }
}
