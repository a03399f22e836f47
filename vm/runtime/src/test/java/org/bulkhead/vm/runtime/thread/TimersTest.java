package org.bulkhead.vm.runtime.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimersTest {
    private static final int THREADS = 200;
    private static final int STEPS = 20_000;

    private final Timers timers = new Timers();

    @Test
    void equalDeadlinesComeInTheOrderOfAdding() {
        timers.reserve(3);
        VmThread[] threads = {new VmThread(null), new VmThread(null), new VmThread(null)};
        for (VmThread thread : threads) {
            timers.add(thread, 7);
        }
        for (VmThread thread : threads) {
            assertSame(thread, timers.first());
            timers.remove(thread);
        }
        assertTrue(timers.isEmpty());
    }

    @Test
    void theNearestIsFirstWhateverComesAndGoes() {
        long seed = 20_240_522;
        Random random = new Random(seed);
        timers.reserve(THREADS);
        List<VmThread> present = new ArrayList<>();
        List<VmThread> absent = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            absent.add(new VmThread(null));
        }
        for (int i = 0; i < STEPS; i++) {
            boolean add = !absent.isEmpty() && (present.isEmpty() || random.nextBoolean());
            List<VmThread> from = add ? absent : present;
            VmThread thread = from.remove(random.nextInt(from.size()));
            if (add) {
                timers.add(thread, random.nextInt(100));
                present.add(thread);
            } else {
                timers.remove(thread);
                absent.add(thread);
            }
            assertEquals(add, thread.isTimed());
            assertEquals(present.isEmpty(), timers.isEmpty());
            if (!present.isEmpty()) {
                VmThread nearest = present.stream().min(Comparator.<VmThread>comparingLong(each -> each.deadline).thenComparingLong(each -> each.timerNumber)).orElseThrow();
                assertSame(nearest, timers.first(), () -> "seed " + seed);
            }
        }
    }
}
