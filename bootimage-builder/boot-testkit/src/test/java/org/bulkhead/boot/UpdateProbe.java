package org.bulkhead.boot;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.isolate.protocol.UpdateResult;

/** Updates the disk driver there and back while somebody reads a disk, then to versions that are of no use. */
@Program(name = "update-probe", start = StartMode.BOOT)
@UsesService(Supervision.SERVICE)
@Limits(heap = "1M")
@Restarts(RestartPolicy.TEMPORARY)
public final class UpdateProbe implements Isolate {
    private static final String READER = "small-reader";
    private static final String DRIVER = "ata0";
    private static final String OTHER = "ata0-b";
    private static final String[] BAD = {"ata0-crash", "ata0-hang", "ata0-state"};
    private static final int ALL_MEGABYTES = 16;
    private static final int SOME_MEGABYTES = 4;
    private static final int READERS = 3;
    private static final long PAUSE_NANOS = 200_000_000L;

    private final Supervision supervision;

    public UpdateProbe(Grants grants) {
        supervision = new Services(grants).connect(Supervision.SERVICE, Supervision.class);
    }

    @Override
    public void run() {
        try {
            readWhileUpdating();
            readWhileUpdatesFail();
            Log.line("probe: fallback");
            fallBack();
            Log.line("probe: done");
        } catch (SupervisionException e) {
            Log.line("probe: failed: " + e.getMessage());
        }
    }

    private void readWhileUpdating() throws SupervisionException {
        supervision.start(READER, ALL_MEGABYTES);
        int updates = 0;
        long rest = 0;
        long change = 0;
        while (supervision.isRunning(READER)) {
            UpdateResult result = supervision.update(DRIVER, updates % 2 == 0 ? OTHER : DRIVER);
            rest = Math.max(rest, result.restNanos());
            change = Math.max(change, result.changeNanos());
            updates++;
            Notifications.sleep(PAUSE_NANOS);
        }
        Log.line("probe: updates " + updates + " rest " + rest + " change " + change);
        if (updates % 2 != 0) {
            supervision.update(DRIVER, DRIVER);
        }
    }

    private void readWhileUpdatesFail() throws SupervisionException {
        supervision.start(READER, SOME_MEGABYTES);
        for (String bad : BAD) {
            try {
                supervision.update(DRIVER, bad);
                Log.line("probe: " + bad + " was accepted");
            } catch (SupervisionException e) {
                Log.line("probe: refused " + e.getMessage());
            }
        }
        Log.line("probe: reading " + supervision.isRunning(READER));
        while (supervision.isRunning(READER)) {
            Notifications.sleep(PAUSE_NANOS);
        }
    }

    /** A version that starts well and dies of each request gives way to the one before; two deaths poison a request, so the first readers end. */
    private void fallBack() throws SupervisionException {
        supervision.update(DRIVER, "ata0-first");
        for (int i = 0; i < READERS; i++) {
            supervision.start(READER, 1);
            while (supervision.isRunning(READER)) {
                Notifications.sleep(PAUSE_NANOS);
            }
        }
    }
}
