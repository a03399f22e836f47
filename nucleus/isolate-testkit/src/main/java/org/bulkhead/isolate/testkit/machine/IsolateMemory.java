package org.bulkhead.isolate.testkit.machine;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.vm.magic.SimulatedMemory;

/** The memory of one isolate, as the processor shows it: through the page tables that the nucleus has made. What they do not allow is a page fault, which the nucleus gets. */
final class IsolateMemory extends SimulatedMemory {
    // An entry of a page table (Intel SDM 3A, 4.5).
    private static final long PRESENT = 1;
    private static final long WRITABLE = 2;
    private static final long USER = 4;
    private static final long FRAME = 0x000F_FFFF_FFFF_F000L;
    private static final int ENTRIES = 512;
    private static final int LOG_ROOT = 39;
    private static final int LOG_PAGE = 12;
    private static final int LOG_ENTRIES = 9;

    // Error code of a page fault (Intel SDM 3A, 4.7).
    private static final int ERROR_PRESENT = 1;
    private static final int ERROR_WRITE = 2;
    private static final int ERROR_USER = 4;

    private final SimulatedMachine machine;
    /** Where raw memory is once a buffer lies over it, or null. */
    private byte[] raw;

    IsolateMemory(SimulatedMachine machine) {
        this.machine = machine;
    }

    /** The nucleus may have changed the page tables. */
    void refresh() {
        forgetPages();
    }

    @Override
    protected Page page(long address, Access access) {
        return machine.memory().frame(frame(address, access));
    }

    /** Raw memory gets one array for all of it, so that every buffer over it sees what any other does; elsewhere each range gets its own, unless its pages are side by side already. */
    @Override
    protected Page gather(long address, int bytes) {
        long first = address & -PAGE_SIZE;
        long end = address + bytes;
        boolean isRaw = first >= AddressSpaceLayout.RAW_MEMORY_START && end <= AddressSpaceLayout.JAVA_HEAP_START;
        if (isRaw && raw == null) {
            raw = new byte[(int) AddressSpaceLayout.RAW_MEMORY_SIZE];
        }
        if (isRaw || !areNeighbours(first, end)) {
            byte[] room = isRaw ? raw : new byte[(int) (end - first + PAGE_SIZE - 1 & -PAGE_SIZE)];
            long start = isRaw ? AddressSpaceLayout.RAW_MEMORY_START : first;
            for (long at = first; at < end; at += PAGE_SIZE) {
                int frame = frame(at, Access.READ);
                Page to = new Page(room, (int) (at - start));
                if (!machine.memory().frame(frame).equals(to)) {
                    machine.memory().move(frame, to);
                }
            }
            forgetPages();
        }
        return super.gather(address, bytes);
    }

    private boolean areNeighbours(long first, long end) {
        Page start = page(first, Access.READ);
        for (long at = first; at < end; at += PAGE_SIZE) {
            if (!page(at, Access.READ).equals(new Page(start.bytes(), start.offset() + (int) (at - first)))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the physical address behind an address, which the isolate may read: else it is a page fault. */
    long physical(long address) {
        return ((long) frame(address, Access.READ) << LOG_PAGE) + Math.floorMod(address, (long) PAGE_SIZE);
    }

    /** Returns the number of the frame that holds an address. */
    private int frame(long address, Access access) {
        while (true) {
            long entry = walk(address);
            boolean present = (entry & PRESENT) != 0 && (entry & USER) != 0;
            if (present && (access == Access.READ || (entry & WRITABLE) != 0)) {
                return (int) ((entry & FRAME) >>> LOG_PAGE);
            }
            machine.pageFault(address, ERROR_USER | (present ? ERROR_PRESENT : 0) | (access == Access.WRITE ? ERROR_WRITE : 0));
            // Another thread may have used this memory's pages in the meantime: nothing is remembered across a fault.
        }
    }

    /** Returns the entry of the page that holds an address, 0 if a table is missing. */
    private long walk(long address) {
        if (address < 0 || address >= AddressSpaceLayout.USER_END) {
            return 0;
        }
        long entry = machine.pageTableRoot() | PRESENT;
        for (int log = LOG_ROOT; log >= LOG_PAGE; log -= LOG_ENTRIES) {
            if ((entry & PRESENT) == 0) {
                return 0;
            }
            entry = machine.memory().load((entry & FRAME) + (address >>> log & ENTRIES - 1) * Long.BYTES);
        }
        return entry;
    }
}
