package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.kernel.hardware.Clock;

/** System calls about the calling thread itself. */
public record ThreadCalls(Deaths deaths, Scheduler scheduler, Clock clock) {
    private static final int TEXT_LIMIT = 256;

    /** Every isolate: ends with reason EXIT. Refuses nothing. */
    long exit(KernelThread thread, long status) {
        deaths.end(thread.isolate, Reason.EXIT, 0, status);
        return Refusal.PENDING;
    }

    /** Every isolate: ends because its runtime gives up; text that cannot be read is left out. Refuses BAD_ARGUMENT: a reason that a runtime cannot have. */
    long abort(KernelThread thread, long reason, long text, long length) {
        if (reason != Reason.UNCAUGHT_EXCEPTION && reason != Reason.OUT_OF_MEMORY && reason != Reason.STACK_EXHAUSTED && reason != Reason.WILD_ACCESS) return Refusal.BAD_ARGUMENT;
        int kept = length < 0 ? 0 : (int) (length < TEXT_LIMIT ? length : TEXT_LIMIT);
        deaths.end(thread.isolate, (int) reason, 0, 0, text, kept);
        return Refusal.PENDING;
    }

    /** Every isolate: lets others of its priority run. Refuses nothing. */
    long yieldSlice(KernelThread thread) {
        scheduler.rotate(thread);
        return 0;
    }

    /** Every isolate: nanoseconds since the machine started. Refuses nothing. */
    long now() { return clock.now(); }
}
