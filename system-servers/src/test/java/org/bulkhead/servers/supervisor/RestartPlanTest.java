package org.bulkhead.servers.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RestartPlanTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1000 * MILLI;

    @Test
    void theBurstIsForgivenThenDelaysGrowAndStayAtTheLongest() {
        RestartPlan plan = new RestartPlan(3, 100);
        long now = SECOND;
        long[] expected = {0, 0, 0, 10 * MILLI, 100 * MILLI, SECOND, 5 * SECOND, 5 * SECOND};
        for (long each : expected) {
            assertEquals(each, plan.afterFailure(now, now + MILLI));
            now += MILLI;
        }
    }

    @Test
    void aHealthyRunLeavesTheLadder() {
        RestartPlan plan = new RestartPlan(1, 100);
        long now = SECOND;
        assertEquals(0, plan.afterFailure(now, now));
        assertEquals(10 * MILLI, plan.afterFailure(now, now));
        assertEquals(100 * MILLI, plan.afterFailure(now, now));
        assertEquals(0, plan.afterFailure(now, now + 10 * SECOND));
    }

    @Test
    void afterTheLongestDelayHealthTakesTenTimesAsLong() {
        RestartPlan plan = new RestartPlan(1, 100);
        long now = SECOND;
        for (int i = 0; i < 5; i++) {
            plan.afterFailure(now, now);
        }
        assertEquals(5 * SECOND, plan.afterFailure(now, now + 49 * SECOND));
        assertEquals(0, plan.afterFailure(now + 49 * SECOND, now + 99 * SECOND));
    }

    @Test
    void rareDeathsAreAlwaysForgiven() {
        RestartPlan plan = new RestartPlan(3, 10);
        long now = 0;
        for (int i = 0; i < 100; i++) {
            assertEquals(0, plan.afterFailure(now, now + 61 * SECOND));
            now += 61 * SECOND;
        }
    }

    @Test
    void tooManyInTenMinutesEndIt() {
        RestartPlan plan = new RestartPlan(3, 10);
        long now = 0;
        for (int i = 0; i < 10; i++) {
            now += 30 * SECOND;
            assertEquals(0, plan.afterFailure(now - 30 * SECOND, now));
        }
        assertEquals(RestartPlan.GIVE_UP, plan.afterFailure(now, now + 30 * SECOND));
    }

    @Test
    void aWideBurstNeverWaits() {
        RestartPlan plan = new RestartPlan(64, 64);
        for (int i = 0; i < 64; i++) {
            assertEquals(0, plan.afterFailure(i, i));
        }
        assertEquals(RestartPlan.GIVE_UP, plan.afterFailure(64, 64));
    }
}
