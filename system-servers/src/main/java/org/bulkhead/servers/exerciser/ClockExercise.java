package org.bulkhead.servers.exerciser;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.protocol.Clock;
import org.bulkhead.isolate.protocol.DeviceException;

/** Reads the clock, which must go as the nucleus's does. */
final class ClockExercise extends Exercise {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** Both round to whole seconds, and time passes between the two readings. */
    private static final long TOLERANCE_SECONDS = 2;
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final Clock clock;
    /** The clock's time when the nucleus's began. */
    private long start = UNKNOWN;

    ClockExercise(String device, Clock clock, Complaints complaints) {
        super(device, complaints);
        this.clock = clock;
    }

    @Override
    void round(long round) {
        if (!ask(this::check) && start != UNKNOWN) {
            // The chip keeps what a damaged driver has written to it.
            ask(this::setRight);
        }
    }

    private String setRight() throws DeviceException {
        clock.set(start + Nucleus.now() / NANOS_PER_SECOND);
        return null;
    }

    private String check() throws DeviceException {
        long time = clock.time() - Nucleus.now() / NANOS_PER_SECOND;
        if (start == UNKNOWN) {
            start = time;
        }
        return Math.abs(time - start) <= TOLERANCE_SECONDS ? null : "TIME";
    }
}
