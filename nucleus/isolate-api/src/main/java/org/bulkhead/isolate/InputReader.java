package org.bulkhead.isolate;

import org.bulkhead.isolate.call.PoisonedException;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Input;

/**
 * Takes the input of a device, each byte once, whoever dies meanwhile: it asks by number, and asks for the next number only when it has the bytes before.
 *
 * <pre>
 * InputReader line = new InputReader(services.connect("uart0", CharacterDevice.class)::read);
 * byte[] bytes = line.read(64, timeout);
 * </pre>
 */
public final class InputReader {
    /** Where input comes from: {@link CharacterDevice#read}, or {@link org.bulkhead.isolate.protocol.InputDevices#read}. */
    @FunctionalInterface
    public interface Source {
        /**
         * Waits for input.
         *
         * @param next number of the byte that is wanted next
         * @param limit most bytes to take
         * @param timeout nanoseconds to wait
         * @return the input
         * @throws DeviceException if the device does not answer
         */
        Input read(long next, int limit, long timeout) throws DeviceException;
    }

    private final Source source;
    private long next;

    /**
     * Makes a reader that begins with the oldest byte that nobody has acknowledged.
     *
     * @param source where input comes from
     */
    public InputReader(Source source) {
        this(source, CharacterDevice.OLDEST);
    }

    /**
     * Makes a reader that goes on where another has stopped.
     *
     * @param source where input comes from
     * @param next number of the byte that it begins with, which {@link #next} of the other has returned
     */
    public InputReader(Source source, long next) {
        this.source = source;
        this.next = next;
    }

    /**
     * Waits until there is input, and takes what there is.
     *
     * @param limit most bytes to take, above 0
     * @param timeout nanoseconds to wait; then {@link org.bulkhead.isolate.call.DeadlineException} is thrown, and input that comes later is not lost
     * @return at least one byte; none if the device's driver died twice while this waited, which is no reason not to ask again
     * @throws DeviceException if the device does not answer
     */
    public byte[] read(int limit, long timeout) throws DeviceException {
        try {
            Input input = source.read(next, limit, timeout);
            next = input.next();
            return input.bytes();
        } catch (PoisonedException e) {
            return new byte[0];
        }
    }

    /** {@return the number of the byte that is taken next} */
    public long next() {
        return next;
    }
}
