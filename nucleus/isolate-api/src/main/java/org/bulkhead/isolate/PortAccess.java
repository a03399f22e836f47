package org.bulkhead.isolate;

import org.bulkhead.vm.magic.Address;

/** How I/O ports are reached: by the processor, or by a test's model of a device. */
public interface PortAccess {
    /**
     * Reads a byte, 0 to 255.
     *
     * @param port number of the port, 0 to 0xFFFF
     * @return the byte
     */
    int inByte(int port);

    /**
     * Writes the low byte of {@code value}.
     *
     * @param port number of the port, 0 to 0xFFFF
     * @param value of which the low 8 bits are written
     */
    void outByte(int port, int value);

    /**
     * Reads 32 bits.
     *
     * @param port number of the port, 0 to 0xFFFF
     * @return the 32 bits
     */
    default int inInt(int port) {
        throw new UnsupportedOperationException("no 32-bit port 0x" + Integer.toHexString(port));
    }

    /**
     * Writes 32 bits.
     *
     * @param port number of the port, 0 to 0xFFFF
     * @param value what to write
     */
    default void outInt(int port, int value) {
        throw new UnsupportedOperationException("no 32-bit port 0x" + Integer.toHexString(port));
    }

    /**
     * Reads {@code count} 16-bit values from one port to memory.
     *
     * @param port number of the port, 0 to 0xFFFF
     * @param to where the first goes
     * @param count how many, 0 or more
     */
    void inShorts(int port, Address to, int count);

    /**
     * Writes {@code count} 16-bit values from memory to one port.
     *
     * @param port number of the port, 0 to 0xFFFF
     * @param from where the first comes from
     * @param count how many, 0 or more
     */
    void outShorts(int port, Address from, int count);
}
