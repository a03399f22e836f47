package org.bulkhead.servers.scenario;

/** How far a step of the plan is. */
final class StepState {
    /** No moment that the step is to be done at is known. */
    static final long UNKNOWN = Long.MAX_VALUE;

    /** Where a step is in its life. */
    enum Phase {
        /** It waits for another step, or for its conditions. */
        WAITING,
        /** The moment at which it is done next is known. */
        DUE,
        /** It is done, with all repetitions. */
        DONE
    }

    final Step step;
    private Phase phase = Phase.WAITING;
    private long due = UNKNOWN;
    private long done;

    StepState(Step step) {
        this.step = step;
    }

    Phase phase() {
        return phase;
    }

    /** Returns when it is to be done next, in nanoseconds since boot; {@link #UNKNOWN} if that is not known. */
    long due() {
        return due;
    }

    /** Returns whether it has been done once. */
    boolean isBegun() {
        return done > 0;
    }

    /** What it has waited for came at {@code nanos}. */
    void triggered(long nanos) {
        phase = Phase.DUE;
        due = nanos + step.delayNanos();
    }

    /** It has been done now; another time follows if the plan says so. */
    void performed() {
        done++;
        if (step.periodNanos() == 0 || step.times() > 0 && done >= step.times()) {
            finish();
        } else {
            due += step.periodNanos();
        }
    }

    /** It is not done any more. */
    void finish() {
        phase = Phase.DONE;
        due = UNKNOWN;
    }
}
