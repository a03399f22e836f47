package org.bulkhead.vm.runtime.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scheduler with a machine that only notes who would run: a change of threads returns at once, so each call is one step. */
class SchedulerTest {
    /** A clock that idling moves, and the changes it was asked for. */
    private static final class NotingMachine implements Machine {
        long now = 1;
        /** When something comes from outside. */
        long arrival = Long.MAX_VALUE;
        final List<String> events = new ArrayList<>();

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void idle(long nanos) {
            events.add("idle " + nanos);
            now += nanos;
        }

        @Override
        public boolean awaitArrival(long nanos) {
            boolean comes = arrival - now <= nanos;
            if (nanos > 0) {
                long waited = comes ? Math.max(0, arrival - now) : nanos;
                events.add("watch " + waited);
                now += waited;
            }
            arrival = comes ? Long.MAX_VALUE : arrival;
            return comes;
        }

        @Override
        public void change(VmThread from, VmThread to) {
            events.add(from.number() + "->" + to.number());
        }

        @Override
        public void newSlice() {}

        @Override
        public void deadlocked() {
            throw new IllegalStateException("deadlock");
        }
    }

    private final NotingMachine machine = new NotingMachine();
    private final VmThread main = new VmThread(null);
    private final Scheduler scheduler = new Scheduler(machine, main);

    private VmThread start() {
        VmThread thread = new VmThread(null);
        assertTrue(scheduler.add(thread));
        scheduler.begins(thread);
        scheduler.begun();
        machine.events.clear();
        return thread;
    }

    @Test
    void theStarterGoesOnFirst() {
        VmThread starter = scheduler.running();
        VmThread thread = new VmThread(null);
        scheduler.add(thread);
        scheduler.begins(thread);
        assertSame(thread, scheduler.running());
        scheduler.begun();
        assertSame(starter, scheduler.running());
        assertEquals(List.of("2->1"), machine.events);
        assertEquals(starter.owner, scheduler.owner);
    }

    @Test
    void threadsTakeTurnsInTheOrderOfTheirComing() {
        start();
        start();
        for (int i = 0; i < 4; i++) {
            scheduler.poll();
        }
        assertEquals(List.of("1->2", "2->3", "3->1", "1->2"), machine.events);
    }

    @Test
    void aloneAThreadKeepsRunning() {
        scheduler.poll();
        scheduler.yieldTurn();
        assertEquals(List.of(), machine.events);
        assertSame(main, scheduler.running());
    }

    @Test
    void whoWaitsRunsAgainWhenItIsReady() {
        start();
        scheduler.await(ThreadState.PARKED, Scheduler.FOREVER);
        assertEquals(2, scheduler.running().number());
        scheduler.poll();
        assertEquals(2, scheduler.running().number(), "the other waits");
        scheduler.giveUp(main, Wakeup.INTERRUPTED);
        assertEquals(ThreadState.RUNNABLE, main.state);
        assertEquals(Wakeup.INTERRUPTED, main.wakeup);
        scheduler.poll();
        assertSame(main, scheduler.running());
    }

    @Test
    void deadlinesEndWaitsInTheirOrderAndTheMachineIdlesUntilThen() {
        VmThread second = start();
        scheduler.await(ThreadState.SLEEPING, 500);
        assertSame(second, scheduler.running());
        assertEquals(Wakeup.TIMEOUT, scheduler.await(ThreadState.SLEEPING, 300));
        assertEquals(List.of("1->2", "idle 299"), machine.events);
        assertSame(second, scheduler.running());
        scheduler.await(ThreadState.SLEEPING, 900);
        assertSame(main, scheduler.running());
        assertEquals(500, machine.now);
        assertEquals(Wakeup.TIMEOUT, main.wakeup);
    }

    @Test
    void aPlaceDecidesWhatTheEndOfAWaitMeans() {
        start();
        List<VmThread> told = new ArrayList<>();
        scheduler.await(ThreadState.WAITING, 10);
        main.place = told::add;
        machine.now = 11;
        scheduler.poll();
        assertEquals(List.of(main), told);
        assertEquals(Wakeup.TIMEOUT, main.wakeup);
        assertFalse(main.isTimed());
        assertEquals(2, scheduler.running().number(), "the place has not made it ready");
    }

    @Test
    void whenNobodyCanEverRunTheMachineIsTold() {
        VmThread second = start();
        scheduler.await(ThreadState.PARKED, Scheduler.FOREVER);
        assertSame(second, scheduler.running());
        assertThrows(IllegalStateException.class, () -> scheduler.await(ThreadState.BLOCKED, Scheduler.FOREVER));
    }

    @Test
    void whoWaitsForSomethingFromOutsideGoesOnWhenItComesAndOthersRunMeanwhile() {
        VmThread second = start();
        scheduler.awaitOutside(Scheduler.FOREVER);
        assertSame(second, scheduler.running());
        scheduler.poll();
        assertSame(second, scheduler.running(), "nothing has come");
        machine.arrival = 7;
        machine.now = 7;
        scheduler.poll();
        assertSame(main, scheduler.running());
        assertEquals(Wakeup.NOTIFIED, main.wakeup);
        assertEquals(List.of("1->2", "2->1"), machine.events);
    }

    @Test
    void whileNobodyCanRunTheMachineWatchesForWhatComesFromOutside() {
        VmThread second = start();
        scheduler.awaitOutside(Scheduler.FOREVER);
        machine.arrival = 900;
        assertEquals(Wakeup.TIMEOUT, scheduler.await(ThreadState.SLEEPING, 500));
        assertSame(second, scheduler.running());
        scheduler.await(ThreadState.PARKED, Scheduler.FOREVER);
        assertSame(main, scheduler.running());
        assertEquals(List.of("1->2", "watch 499", "watch 400", "2->1"), machine.events);
    }

    @Test
    void aWaitForSomethingFromOutsideEndsWithItsDeadline() {
        start();
        scheduler.awaitOutside(300);
        scheduler.await(ThreadState.PARKED, Scheduler.FOREVER);
        assertSame(main, scheduler.running());
        assertEquals(Wakeup.TIMEOUT, main.wakeup);
        assertEquals(300, machine.now);
        assertThrows(IllegalStateException.class, () -> scheduler.await(ThreadState.PARKED, Scheduler.FOREVER), "it waits outside no longer");
    }

    @Test
    void theFirstThreadWaitsForThoseThatAreNoDaemons() {
        VmThread worker = start();
        VmThread daemon = new VmThread(null);
        daemon.daemon = true;
        scheduler.add(daemon);
        scheduler.begins(daemon);
        scheduler.begun();
        scheduler.awaitEnd();
        assertEquals(ThreadState.ENDING, main.state);
        assertSame(worker, scheduler.running());
        scheduler.end();
        assertEquals(ThreadState.TERMINATED, worker.state);
        assertEquals(ThreadState.RUNNABLE, main.state);
        assertNull(scheduler.thread(2));
        assertEquals(2, scheduler.alive());
    }

    @Test
    void numbersAreGivenAwayAgain() {
        VmThread second = start();
        VmThread third = start();
        assertEquals(3, third.number());
        scheduler.yieldTurn();
        assertSame(second, scheduler.running());
        scheduler.end();
        assertEquals(2, start().number());
        for (int i = 4; i < 100; i++) {
            assertEquals(i, start().number());
        }
    }

    @Test
    void deadlinesBeyondAllClocksNeverCome() {
        assertEquals(Scheduler.FOREVER, scheduler.deadlineIn(Long.MAX_VALUE));
        assertEquals(101, scheduler.deadlineIn(100));
    }
}
