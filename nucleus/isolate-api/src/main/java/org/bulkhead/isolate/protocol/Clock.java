package org.bulkhead.isolate.protocol;

/** The clock that runs while the machine is off; it keeps universal time, to the second. */
@Protocol
public interface Clock {
    /**
     * {@return seconds since the beginning of 1970}
     *
     * @throws DeviceException if the clock does not run or holds no time
     */
    @Idempotent
    long time() throws DeviceException;

    /**
     * Sets the clock to {@code seconds} since the beginning of 1970; years up to 2199 are possible.
     *
     * @param seconds whole seconds since the beginning of 1970, universal time
     * @throws DeviceException if the clock does not run, or cannot hold that time
     */
    @Idempotent
    void set(long seconds) throws DeviceException;
}
