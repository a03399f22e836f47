package org.bulkhead.vm.runtime.monitor;

import org.bulkhead.vm.runtime.platform.Platform;
import org.bulkhead.vm.runtime.platform.PlatformHolder;

/** What {@code LockSupport} stands on: one permit for the one thread. */
public final class Parking {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private static boolean permit;

    private Parking() {}

    /**
     * Takes the permit, or waits until the time is over.
     *
     * @param absolute whether {@code time} is a moment in milliseconds since 1970, or else a duration in nanoseconds with 0 for ever
     * @throws UnsupportedOperationException if nothing could ever end the wait
     */
    public static void park(boolean absolute, long time) {
        if (permit) {
            permit = false;
            return;
        }
        Platform platform = PlatformHolder.platform();
        if (absolute) {
            long left = time - platform.currentTimeMillis();
            if (left > 0) {
                platform.sleep(left * NANOS_PER_MILLI);
            }
        } else if (time > 0) {
            platform.sleep(time);
        } else {
            throw new UnsupportedOperationException("parking without a timeout never ends: the program has no other thread");
        }
    }

    /** Makes the permit available. */
    public static void unpark() {
        permit = true;
    }
}
