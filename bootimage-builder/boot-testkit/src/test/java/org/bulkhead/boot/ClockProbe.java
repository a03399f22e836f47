package org.bulkhead.boot;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.Clock;
import org.bulkhead.isolate.protocol.DeviceException;

/** Reads the clock, sets it to two seconds before a leap day ends, and reads it again as it passes that. */
@Program(name = "clock-probe", start = StartMode.BOOT)
@UsesService("cmos0")
public final class ClockProbe implements Isolate {
    /** 2024-02-29 23:59:58. */
    static final long LEAP_DAY = 1_709_251_198L;
    private static final long WAIT_NANOS = 4_000_000_000L;

    private final Clock clock;

    public ClockProbe(Grants grants) {
        clock = new Services(grants).connect("cmos0", Clock.class);
    }

    @Override
    public void run() {
        try {
            Log.line("clock: found " + clock.time());
            clock.set(LEAP_DAY);
            Log.line("clock: set " + clock.time());
            Notifications.sleep(WAIT_NANOS);
            Log.line("clock: later " + clock.time());
            try {
                clock.set(-1);
            } catch (DeviceException e) {
                Log.line("clock: " + e.getMessage());
            }
        } catch (DeviceException e) {
            Log.line("clock: " + e.getMessage());
        }
        Notifications.sleep(Long.MAX_VALUE / 2);
    }
}
