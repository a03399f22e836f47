package org.bulkhead.vm.runtime.monitor;

import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.platform.PlatformHolder;
import org.bulkhead.vm.runtime.thread.Scheduler;
import org.bulkhead.vm.runtime.thread.ThreadState;
import org.bulkhead.vm.runtime.thread.Threads;
import org.bulkhead.vm.runtime.thread.VmThread;
import org.bulkhead.vm.runtime.thread.Wakeup;

/** What {@code LockSupport} stands on: one permit for each thread. */
@NoStackProbe
public final class Parking {
    private Parking() {}

    /**
     * Takes the running thread's permit, or waits for it, for an interruption, or until the time is over. The caller has made sure that the thread is not interrupted.
     *
     * @param absolute whether {@code time} is a moment in milliseconds since 1970, or else a duration in nanoseconds with 0 for ever
     */
    public static void park(boolean absolute, long time) {
        Scheduler scheduler = Threads.scheduler();
        VmThread thread = scheduler.running();
        if (!thread.permit) {
            long nanos = absolute ? Monitors.nanos(time - PlatformHolder.platform().currentTimeMillis()) : time;
            if (nanos > 0) {
                scheduler.await(ThreadState.PARKED, scheduler.deadlineIn(nanos));
            } else if (!absolute && nanos == 0) {
                scheduler.await(ThreadState.PARKED, Scheduler.FOREVER);
            }
        }
        thread.permit = false;
    }

    /** Makes the permit of {@code thread} available. */
    public static void unpark(VmThread thread) {
        thread.permit = true;
        if (thread.state == ThreadState.PARKED) {
            Threads.scheduler().giveUp(thread, Wakeup.NOTIFIED);
        }
    }

    /** Lets the running thread sleep; returns whether an interruption ended that. The caller has made sure that it is not interrupted. */
    public static boolean sleep(long nanos) {
        Scheduler scheduler = Threads.scheduler();
        if (nanos == 0) {
            scheduler.yieldTurn();
            return false;
        }
        return scheduler.await(ThreadState.SLEEPING, scheduler.deadlineIn(nanos)) == Wakeup.INTERRUPTED;
    }

    /** Ends the wait of a thread that has been interrupted, if it waits where that is possible. */
    public static void interrupt(VmThread thread) {
        switch (thread.state) {
            case WAITING, SLEEPING -> Threads.scheduler().giveUp(thread, Wakeup.INTERRUPTED);
            case NEW, TERMINATED -> { }
            case RUNNABLE, BLOCKED, PARKED, OUTSIDE, INITIALIZING, ENDING -> unpark(thread);
        }
    }
}
