package org.bulkhead.isolate.protocol;

/** A stream of bytes in each direction: a serial line, a terminal. */
@Protocol
public interface CharacterDevice {
    /** Most bytes that one request carries. */
    int TRANSFER_LIMIT = 64;

    /**
     * Writes bytes; returns when the device will send them without further help.
     *
     * @param bytes 0 to {@link #TRANSFER_LIMIT} of them
     * @throws DeviceException if the device does not answer
     */
    void write(@MaxLength(TRANSFER_LIMIT) byte[] bytes) throws DeviceException;

    /**
     * Waits until there is input, and takes what there is, at least one byte.
     *
     * @param limit most bytes to take, above 0; never more than {@link #TRANSFER_LIMIT} come
     * @param timeout nanoseconds to wait; then {@link org.bulkhead.isolate.call.DeadlineException} is thrown, and input that comes later is not lost
     * @return 1 to {@code limit} bytes
     * @throws DeviceException if the device does not answer
     */
    @Deferred
    @MaxLength(TRANSFER_LIMIT)
    byte[] read(int limit, @Timeout long timeout) throws DeviceException;

    /**
     * Waits until everything that was written has left the machine: before it is switched off.
     *
     * @throws DeviceException if the device does not answer
     */
    @Idempotent
    void drain() throws DeviceException;
}
