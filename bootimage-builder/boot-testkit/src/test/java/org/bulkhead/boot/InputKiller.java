package org.bulkhead.boot;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;

/** Kills the keyboard's driver again and again, at moments that have nothing to do with what it is doing: the killer has a higher priority than drivers have. */
@Program(name = "killer", rank = Rank.BUS, start = StartMode.BOOT)
@UsesService(Supervision.SERVICE)
@Limits(heap = "512K")
public final class InputKiller implements Isolate {
    /** Some times as long as the driver takes to serve again. */
    private static final long LEAST_NANOS = 40_000_000;
    private static final long STEP_NANOS = 1_234_567;
    private static final int STEPS = 17;

    private final Supervision supervision;

    public InputKiller(Grants grants) {
        supervision = new Services(grants).connect(Supervision.SERVICE, Supervision.class);
    }

    @Override
    public void run() {
        for (long round = 0;; round++) {
            Notifications.sleep(LEAST_NANOS + round % STEPS * STEP_NANOS);
            try {
                supervision.kill("ps2");
            } catch (SupervisionException e) {
                Log.line("killer: " + e.getMessage());
            }
        }
    }
}
