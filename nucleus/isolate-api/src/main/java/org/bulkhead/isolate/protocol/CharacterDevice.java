package org.bulkhead.isolate.protocol;

/**
 * A stream of bytes in each direction: a serial line, a terminal.
 *
 * <p>Input is numbered, byte by byte. Whoever asks for number n has all before it, and only then the driver forgets them; so each byte arrives exactly once, even if the driver dies before, while or after it
 * answers. {@link org.bulkhead.isolate.InputReader} keeps count. The numbers are one client's: if two read the same device, either may miss what the other has acknowledged.
 *
 * <p>Output is not repeated when the driver dies: {@link org.bulkhead.isolate.call.PeerDiedException} says whether it had been begun, and its sender decides.
 */
@Protocol(version = 2)
public interface CharacterDevice {
    /** Most bytes that one request carries. */
    int TRANSFER_LIMIT = 64;
    /** In place of a number: the oldest byte that nobody has acknowledged. */
    long OLDEST = -1;

    /**
     * Writes bytes; returns when the device will send them without further help.
     *
     * @param bytes 0 to {@link #TRANSFER_LIMIT} of them
     * @throws DeviceException if the device does not answer
     */
    void write(@MaxLength(TRANSFER_LIMIT) byte[] bytes) throws DeviceException;

    /**
     * Waits until there is input, and returns what there is, at least one byte.
     *
     * @param next number of the byte that is wanted, all before which are acknowledged; {@link #OLDEST} acknowledges none
     * @param limit most bytes to take, above 0; never more than {@link #TRANSFER_LIMIT} come
     * @param timeout nanoseconds to wait; then {@link org.bulkhead.isolate.call.DeadlineException} is thrown, and input that comes later is not lost
     * @return 1 to {@code limit} bytes from number {@code next} on, or from a later one if those are gone
     * @throws DeviceException if the device does not answer
     */
    @Deferred
    @Idempotent
    Input read(long next, int limit, @Timeout long timeout) throws DeviceException;

    /**
     * Waits until everything that was written has left the machine: before it is switched off.
     *
     * @throws DeviceException if the device does not answer
     */
    @Idempotent
    void drain() throws DeviceException;
}
