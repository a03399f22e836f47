package org.bulkhead.servers.recovery;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.RecoveryCase;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.nucleus.abi.DeathReason;

/**
 * A recovery program that looks at the reason: how often a component may come back, and how long it is left alone first, depends on why it died. When that is used up it is given up, and if the image
 * has a component of its name with {@code -spare} behind it, that one is started in its place.
 *
 * <p>A component chooses it with {@code @Restarts(recovery = "careful")}.
 */
@Program(name = CarefulRecovery.NAME)
@UsesService(Supervision.SERVICE)
@Limits(heap = "512K")
@Restarts(RestartPolicy.TEMPORARY)
public final class CarefulRecovery implements Isolate {
    /** Name of the program. */
    public static final String NAME = "careful";
    /** What the name of a component ends with that takes another one's place. */
    public static final String SPARE = "-spare";

    /** What is done about a kind of deaths. */
    private enum Treatment {
        /** Its code or its memory is not what it should be: that rarely mends itself. */
        SUSPECT(2, 0),
        /** Something was used up, or too slow: that may be over in a while. */
        OVERLOADED(5, 50),
        /** It ended itself, in good order: the ordinary case. */
        FAILED(3, 0);

        /** Restarts within ten minutes. */
        private final int limit;
        /** Delay of the first restart; each further one is longer by this. */
        private final int delayMillis;

        Treatment(int limit, int delayMillis) {
            this.limit = limit;
            this.delayMillis = delayMillis;
        }

        static Treatment of(DeathReason reason) {
            return switch (reason) {
                case WILD_ACCESS, PRIVILEGED_INSTRUCTION, INVALID_INSTRUCTION, PROCESSOR_EXCEPTION, COMPLAINT -> SUSPECT;
                case OUT_OF_MEMORY, STACK_EXHAUSTED, CPU_BUDGET, REQUEST_OVERDUE, QUEUE_OVERDUE, NOT_READY, HEARTBEAT_LATE -> OVERLOADED;
                case EXIT, UNCAUGHT_EXCEPTION, KILLED, REPLACED, GROUP -> FAILED;
            };
        }
    }

    private final Supervision supervision;
    private final int number;

    /**
     * Makes the program for one case.
     *
     * @param grants its own; the argument is the number of the case
     */
    public CarefulRecovery(Grants grants) {
        supervision = new Services(grants).connect(Supervision.SERVICE, Supervision.class);
        number = (int) grants.argument();
    }

    @Override
    public void run() {
        try {
            decide(supervision.recoveryCase(number));
        } catch (SupervisionException e) {
            Log.line(NAME + ": " + e.getMessage());
            Nucleus.exit(1);
        }
    }

    private void decide(RecoveryCase death) throws SupervisionException {
        Treatment treatment = Treatment.of(death.reason());
        if (death.sustained() <= treatment.limit) {
            supervision.recoverByRestart(number, treatment.delayMillis * death.sustained());
            return;
        }
        Log.line(NAME + ": " + death.component() + " has failed " + death.sustained() + " times in ten minutes, last by " + death.reason().name());
        try {
            supervision.recoverByStarting(number, death.component() + SPARE);
        } catch (SupervisionException e) {
            Log.line(NAME + ": nothing takes its place: " + e.getMessage());
            supervision.recoverByGivingUp(number);
        }
    }
}
