package org.bulkhead.servers.supervisor;

/**
 * Decides when a component that died is started again: at once as long as it does not happen too often, then after a growing delay, and at last never.
 *
 * <p>Two windows count its deaths: up to {@code burst} of them within 5 s are forgiven; the next ones climb a ladder of delays, which a healthy run of ten times the last delay, at least 10 s,
 * leaves again. More than {@code sustained} within 10 minutes end it. All times are nanoseconds on one clock.
 */
final class RestartPlan {
    /** Result of {@link #afterDeath}: it is not started again. */
    static final long GIVE_UP = -1;

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1000 * MILLI;
    private static final long BURST_WINDOW = 5 * SECOND;
    private static final long SUSTAINED_WINDOW = 600 * SECOND;
    private static final long HEALTHY_RUN = 10 * SECOND;
    private static final int HEALTHY_FACTOR = 10;
    private static final long[] DELAYS = {10 * MILLI, 100 * MILLI, SECOND, 5 * SECOND};

    private final int burst;
    private final int sustained;
    /** Times of the latest deaths, as a ring. */
    private final long[] deaths;
    private int count;
    private int level;

    RestartPlan(int burst, int sustained) {
        this.burst = burst;
        this.sustained = sustained;
        this.deaths = new long[Math.max(burst, sustained) + 1];
    }

    /** Returns the delay before the next start of a component that started at {@code started} and died at {@code now}, or {@link #GIVE_UP}. */
    long afterDeath(long started, long now) {
        long lastDelay = level == 0 ? 0 : DELAYS[level - 1];
        if (now - started >= Math.max(HEALTHY_RUN, HEALTHY_FACTOR * lastDelay)) {
            level = 0;
        }
        deaths[count++ % deaths.length] = now;
        if (within(now, SUSTAINED_WINDOW) > sustained) {
            return GIVE_UP;
        }
        if (within(now, BURST_WINDOW) <= burst && level == 0) {
            return 0;
        }
        if (level < DELAYS.length) {
            level++;
        }
        return DELAYS[level - 1];
    }

    private int within(long now, long window) {
        int found = 0;
        for (int i = Math.max(0, count - deaths.length); i < count; i++) {
            if (now - deaths[i % deaths.length] < window) {
                found++;
            }
        }
        return found;
    }
}
