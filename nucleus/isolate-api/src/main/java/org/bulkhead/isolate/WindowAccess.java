package org.bulkhead.isolate;

import org.bulkhead.vm.magic.Address;

/**
 * How a device's memory is reached: by the processor, or by a test's model of a device. Addresses are the isolate's own; each access is one access of that width, unless it says otherwise, and
 * accesses happen in the order of the program.
 */
public interface WindowAccess {
    /** {@return the processor's own accesses} On HotSpot those of {@link Address}: what a test has put there is memory. */
    static WindowAccess byProcessor() {
        return ProcessorWindows.INSTANCE;
    }

    /**
     * Reads a byte, 0 to 255.
     *
     * @param at an address in the window
     * @return the byte
     */
    int loadByte(Address at);

    /**
     * Reads 16 bits, 0 to 65535.
     *
     * @param at an address in the window
     * @return the 16 bits
     */
    int loadShort(Address at);

    /**
     * Reads 32 bits.
     *
     * @param at an address in the window
     * @return the 32 bits
     */
    int loadInt(Address at);

    /**
     * Writes the low byte of {@code value}.
     *
     * @param at an address in the window
     * @param value of which the low 8 bits are written
     */
    void storeByte(Address at, int value);

    /**
     * Writes the low 16 bits of {@code value}.
     *
     * @param at an address in the window
     * @param value of which the low 16 bits are written
     */
    void storeShort(Address at, int value);

    /**
     * Writes 32 bits.
     *
     * @param at an address in the window
     * @param value what to write
     */
    void storeInt(Address at, int value);

    /**
     * Copies between ordinary memory and a device's, or within a device's, from the lowest address up, in accesses of any width.
     *
     * @param from where the first byte comes from
     * @param to where it goes
     * @param bytes how many, 0 or more
     */
    void copy(Address from, Address to, int bytes);
}
