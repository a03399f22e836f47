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

    IsolateMemory(SimulatedMachine machine) {
        this.machine = machine;
    }

    /** The nucleus may have changed the page tables. */
    void refresh() {
        forgetPages();
    }

    @Override
    protected byte[] page(long address, Access access) {
        while (true) {
            long entry = walk(address);
            boolean present = (entry & PRESENT) != 0 && (entry & USER) != 0;
            if (present && (access == Access.READ || (entry & WRITABLE) != 0)) {
                return machine.memory().frame((int) ((entry & FRAME) >>> LOG_PAGE));
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
