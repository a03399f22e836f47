package org.bulkhead.isolate.protocol;

/** The clock that runs while the machine is off; it keeps universal time, to the second. */
@Protocol
public interface Clock {
    /** Returns seconds since the beginning of 1970. Throws DeviceException if the clock does not run or holds no time. */
    @Idempotent
    long time() throws DeviceException;

    /** Sets the clock to {@code seconds} since the beginning of 1970; years up to 2199 are possible. */
    @Idempotent
    void set(long seconds) throws DeviceException;
}
