package org.bulkhead.isolate.manifest;

/** What an isolate uses the addresses behind a base address register as. */
public enum BarKind {
    /** I/O ports, which it reads and writes. */
    PORTS,
    /** Device memory, mapped into its address space. */
    MEMORY,
    /** The eight ports of a bus-master channel, which the nucleus keeps: the isolate starts and stops transfers between the device and a buffer. */
    DMA;

    /** {@return whether I/O ports lie behind the register, rather than memory} */
    public boolean usesPorts() {
        return this != MEMORY;
    }
}
