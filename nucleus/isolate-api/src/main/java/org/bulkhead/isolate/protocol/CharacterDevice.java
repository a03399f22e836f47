package org.bulkhead.isolate.protocol;

/** A stream of bytes in each direction: a serial line, a terminal. */
public interface CharacterDevice {
    /** Most bytes that one request carries. */
    int TRANSFER_LIMIT = 64;

    /** Writes {@code length} bytes, at most {@link #TRANSFER_LIMIT}; returns when the device will send them without further help. */
    void write(byte[] from, int offset, int length) throws DeviceException;

    /**
     * Waits until there is input, and takes what there is, at most {@code into.length} or {@link #TRANSFER_LIMIT} bytes.
     *
     * @param timeout nanoseconds to wait
     * @return the number of bytes, 0 if the time passed without input; input is never lost by a timeout
     */
    int read(byte[] into, long timeout) throws DeviceException;
}
