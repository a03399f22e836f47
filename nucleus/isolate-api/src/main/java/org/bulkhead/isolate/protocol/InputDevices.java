package org.bulkhead.isolate.protocol;

/**
 * Keyboard and mouse. Each request waits until there is something. What nobody asks for is kept, as far as the driver's buffers go.
 *
 * <p>Keys come twice, as characters and as events, so that a terminal and a program that wants to know of each key do not disturb each other.
 *
 * <p>Characters and events are numbered, each for itself, as the bytes of a {@link CharacterDevice} are: whoever asks for number n acknowledges all before it, and only then the driver forgets them. So each
 * key that the driver has taken from the keyboard arrives exactly once, even if the driver dies. Movements of the mouse are not kept beyond a death; its buttons are right again with the next.
 */
@Protocol(version = 2)
public interface InputDevices {
    /** Most bytes that one request carries. */
    int TRANSFER_LIMIT = CharacterDevice.TRANSFER_LIMIT;

    /**
     * Waits for what was typed, as a terminal would send it: characters, and xterm's escape sequences for keys that write none. Returns what there is, at least one byte.
     *
     * @param next number of the byte that is wanted, all before which are acknowledged; {@link CharacterDevice#OLDEST} acknowledges none
     * @param limit most bytes to take, above 0; never more than {@link #TRANSFER_LIMIT} come
     * @param timeout nanoseconds to wait
     * @return 1 to {@code limit} bytes from number {@code next} on, or from a later one if those are gone
     * @throws DeviceException if the device does not answer
     */
    @Deferred
    @Idempotent
    Input read(long next, int limit, @Timeout long timeout) throws DeviceException;

    /**
     * Waits for the next key to be pressed or released.
     *
     * @param next number of the event that is wanted, all before which are acknowledged; {@link CharacterDevice#OLDEST} acknowledges none
     * @param timeout nanoseconds to wait
     * @return what happened
     * @throws DeviceException if the device does not answer
     */
    @Deferred
    @Idempotent
    KeyInput nextKey(long next, @Timeout long timeout) throws DeviceException;

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
