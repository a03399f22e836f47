package org.bulkhead.servers.scenario;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.Outcome;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.DeathInfo;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;

/**
 * Directs the scenario {@code disk-driver-killed}: has disk 1 summed up, has the driver killed by the supervisor when the driver says that it is in the middle of a request, and switches the machine
 * off when the sum is finished and each death of the driver has been followed by service.
 */
@Program(name = "conductor", start = StartMode.BOOT, serves = DiskConductor.Cues.class)
@UsesService(Supervision.SERVICE)
public final class DiskConductor implements Isolate {
    /** The protocol that the failing driver sends to; it has one operation, without payload and without reply. */
    public interface Cues {
        /** The sender is in the middle of a request, where the scenario wants it to be killed. */
        void readyToDie();
    }

    private static final int READY_TO_DIE = 1;
    private static final int TIMER_BIT = 40;
    private static final long LOOK_NANOS = 10_000_000L;
    private static final long PATIENCE_NANOS = 8_000_000_000L;
    private static final String DRIVER = "ata0";
    private static final String READER = "digest";
    private static final int DISK = 1;

    private final Supervision supervision;
    private long finishedAt;

    public DiskConductor(Grants grants) {
        supervision = new Services(grants).connect(Supervision.SERVICE, Supervision.class);
    }

    @Override
    public void run() {
        try {
            supervision.start(READER, DISK);
        } catch (SupervisionException e) {
            Log.line("conductor: " + e.getMessage());
            supervision.halt(1);
        }
        Nucleus.timer(TIMER_BIT, Nucleus.after(LOOK_NANOS), LOOK_NANOS);
        new ServiceLoop(this::cue, bits -> look()).run();
    }

    private Outcome cue(Message message) {
        if (message.operation() != READY_TO_DIE) {
            return Outcome.REFUSE;
        }
        try {
            supervision.kill(DRIVER);
        } catch (SupervisionException e) {
            Log.line("conductor: " + e.getMessage());
        }
        message.begin(0);
        return Outcome.REPLY;
    }

    /** Ends the scenario if the reader is done and every death of the driver has its end. */
    private void look() {
        try {
            if (supervision.isRunning(READER)) {
                return;
            }
            long now = Nucleus.now();
            if (finishedAt == 0) {
                finishedAt = now;
            }
            boolean told = allServed();
            // One more look after the last death was served, so that the supervisor has printed it.
            if (told && now - finishedAt >= 2 * LOOK_NANOS || now - finishedAt > PATIENCE_NANOS) {
                Log.line("@scenario done");
                supervision.halt(told ? 0 : 1);
            }
        } catch (SupervisionException e) {
            Log.line("conductor: " + e.getMessage());
            supervision.halt(1);
        }
    }

    private boolean allServed() {
        int sequence = 0;
        for (DeathInfo each = supervision.death(sequence); each != null; each = supervision.death(++sequence)) {
            if (each.name().equals(DRIVER) && each.serviceTicks() == 0) {
                return false;
            }
        }
        return true;
    }
}
