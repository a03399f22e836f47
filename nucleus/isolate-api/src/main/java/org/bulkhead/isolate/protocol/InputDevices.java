package org.bulkhead.isolate.protocol;

/**
 * Keyboard and mouse. Each request waits until there is something, and takes it; what is taken by one client is not seen by another. What nobody asks for is kept, as far as the driver's
 * buffers go.
 *
 * <p>Keys come twice, as characters and as events, so that a terminal and a program that wants to know of each key do not disturb each other.
 *
 * <p>Every wait may be repeated if the driver dies: input belongs to the driver until it has been delivered, so nothing that was delivered is lost, and nothing is delivered twice. A wait
 * that passes throws {@link org.bulkhead.isolate.call.DeadlineException}, and input that comes later is not lost.
 */
@Protocol
public interface InputDevices {
    /** Most bytes that one request carries. */
    int TRANSFER_LIMIT = CharacterDevice.TRANSFER_LIMIT;

    /**
     * Waits for what was typed, as a terminal would send it: characters, and xterm's escape sequences for keys that write none. Takes what there is, at least one byte.
     *
     * @param limit most bytes to take, above 0; never more than {@link #TRANSFER_LIMIT} come
     * @param timeout nanoseconds to wait
     * @return 1 to {@code limit} bytes
     * @throws DeviceException if the device does not answer
     */
    @Deferred
    @Idempotent
    @MaxLength(TRANSFER_LIMIT)
    byte[] read(int limit, @Timeout long timeout) throws DeviceException;

    /**
     * Waits for the next key to be pressed or released.
     *
     * @param timeout nanoseconds to wait
     * @return what happened
     * @throws DeviceException if the device does not answer
     */
    @Deferred
    @Idempotent
    KeyEvent nextKey(@Timeout long timeout) throws DeviceException;

    /**
     * Waits until the mouse was moved or a button changed. Movements in between add up.
     *
     * @param timeout nanoseconds to wait
     * @return what happened since the last time
     * @throws DeviceException if the device does not answer
     */
    @Deferred
    @Idempotent
    PointerEvent nextPointer(@Timeout long timeout) throws DeviceException;
}
