package org.bulkhead.servers.supervisor;

/**
 * Decides when a component that failed is started again: at once as long as it does not happen too often, then after a growing delay, and at last never.
 *
 * <p>Two windows count its failures: up to {@code burst} of them within 5 s are forgiven; the next ones climb a ladder of delays, which a healthy run of ten times the last delay, at least 10 s,
 * leaves again. More than {@code sustained} within 10 minutes end it. All times are nanoseconds on one clock.
 */
final class RestartPlan {
    /** Result of {@link #afterFailure}: it is not started again. */
    static final long GIVE_UP = -1;
    /** Most failures whose times are kept, so that larger limits count as this one less one. */
    static final int KEPT_LIMIT = 101;

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1000 * MILLI;
    private static final long BURST_WINDOW = 5 * SECOND;
    private static final long SUSTAINED_WINDOW = 600 * SECOND;
    private static final long HEALTHY_RUN = 10 * SECOND;
    private static final int HEALTHY_FACTOR = 10;
    private static final long[] DELAYS = {0, 10 * MILLI, 100 * MILLI, SECOND, 5 * SECOND};

    private final int burst;
    private final int sustained;
    /** Times of the latest failures, as a ring. */
    private final long[] failures;
    private int count;
    /** Place in {@link #DELAYS} of the last delay. */
    private int level;

    RestartPlan(int burst, int sustained) {
        this.burst = Math.min(burst, KEPT_LIMIT - 1);
        this.sustained = Math.min(sustained, KEPT_LIMIT - 1);
        this.failures = new long[Math.max(this.burst, this.sustained) + 1];
    }

    /** Returns whether a component that started at {@code started} and failed at {@code now} had run well until then. */
    boolean wasHealthy(long started, long now) {
        return now - started >= Math.max(HEALTHY_RUN, HEALTHY_FACTOR * DELAYS[level]);
    }

    /** Returns the delay before the next start of a component that started at {@code started} and failed at {@code now}, or {@link #GIVE_UP}. */
    long afterFailure(long started, long now) {
        if (wasHealthy(started, now)) {
            level = 0;
        }
        failures[count++ % failures.length] = now;
        if (sustained(now) > sustained) {
            return GIVE_UP;
        }
        if (burst(now) > burst || level > 0) {
            level = Math.min(level + 1, DELAYS.length - 1);
        }
        return DELAYS[level];
    }

    /** Returns the failures within the last 5 seconds. */
    int burst(long now) {
        return within(now, BURST_WINDOW);
    }

    /** Returns the failures within the last 10 minutes. */
    int sustained(long now) {
        return within(now, SUSTAINED_WINDOW);
    }

    /** Returns the delay before the last restart, of a component that has run since {@code started}. */
    long delay(long started, long now) {
        return wasHealthy(started, now) ? 0 : DELAYS[level];
    }

    private int within(long now, long window) {
        int found = 0;
        for (int i = kept() - 1; i >= 0 && now - failure(i) < window; i--) {
            found++;
        }
        return found;
    }

    /** Returns how many failures are kept. */
    int kept() {
        return Math.min(count, failures.length);
    }

    /** Returns the time of a failure that is kept, 0 for the oldest. */
    long failure(int index) {
        return failures[(count - kept() + index) % failures.length];
    }

    int level() {
        return level;
    }

    /** Goes back to what a plan was: its level, and then, one by one from the oldest on, the failures that it had kept. */
    void restore(int oldLevel) {
        level = oldLevel;
        count = 0;
    }

    /** Adds a failure of the past. */
    void restoreFailure(long time) {
        failures[count++ % failures.length] = time;
    }
}
