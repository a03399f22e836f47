package org.bulkhead.isolate.protocol;

/** The PCI bus: what is on it, and for the driver of a function its configuration registers, those of no other. */
@Protocol
public interface PciBus {
    /** Name of the service. */
    String SERVICE = "pci";

    /**
     * {@return function number {@code index} in the order of the bus, or null beyond the last}
     *
     * @param index from 0 on
     */
    @Idempotent
    @Nullable
    PciFunction function(int index);

    /**
     * {@return the number of the program that drives function number {@code index}, or -1 if none does}
     *
     * @param index from 0 on
     */
    @Idempotent
    int driver(int index);

    /**
     * {@return the 32-bit configuration register at {@code offset}, 0 to 252 and a multiple of 4, of the function that the caller drives}
     *
     * @param offset in bytes
     * @throws DeviceException if it drives none
     */
    @Idempotent
    int configuration(int offset) throws DeviceException;

    /**
     * Lets the function that the caller drives read and write memory by itself, or not.
     *
     * @param mode whether it may
     * @throws DeviceException if it drives none
     */
    @Idempotent
    void busMastering(BusMastering mode) throws DeviceException;

    /** Whether a function may begin transfers on the bus. */
    enum BusMastering {
        /** It may not. */
        OFF,
        /** It may. */
        ON
    }
}
