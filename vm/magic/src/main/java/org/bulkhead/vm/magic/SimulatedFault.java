package org.bulkhead.vm.magic;

/** An access to simulated memory that is not mapped: the page fault of the simulation. */
public final class SimulatedFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long address;

    /** Makes the fault of an access to {@code address}. */
    public SimulatedFault(long address) {
        super("access to unmapped simulated memory at 0x" + Long.toHexString(address));
        this.address = address;
    }

    /** Returns the address that was touched. */
    public long address() {
        return address;
    }
}
