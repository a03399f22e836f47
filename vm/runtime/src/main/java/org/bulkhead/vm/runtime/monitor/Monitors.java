package org.bulkhead.vm.runtime.monitor;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.layout.StatusWord;
import org.bulkhead.vm.runtime.thread.Scheduler;
import org.bulkhead.vm.runtime.thread.ThreadState;
import org.bulkhead.vm.runtime.thread.Threads;
import org.bulkhead.vm.runtime.thread.VmThread;
import org.bulkhead.vm.runtime.thread.Wakeup;

/**
 * Enters, leaves and waits on monitors. Without stack probes, because a monitor must also be left after a stack overflow.
 *
 * <p>Owner and entries are in the object's status word; a {@link Monitor} beside it comes when somebody has to wait and goes when nobody does. Who leaves a monitor that others want hands it to the one
 * that has waited longest, so nobody starves.
 */
@NoStackProbe
public final class Monitors {
    private static final int OWNER_MASK = -1 << StatusWord.OWNER_SHIFT;
    /** Most entries that a status word counts, beyond the first. */
    private static final int FULL = StatusWord.RECURSION_MASK / StatusWord.RECURSION_ONE;
    /** Entries that move between status word and {@link Monitor} at once. */
    private static final int MOVED = (FULL + 1) / 2;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private static final MonitorTable TABLE = new MonitorTable();

    private Monitors() {}

    private static Address statusOf(Object object) {
        return Magic.addressOf(object).plus(ObjectLayout.STATUS);
    }

    /** Enters the monitor of {@code object}; waits while another thread is in it. */
    public static void enter(Object object) {
        Address status = statusOf(object);
        int value = status.loadInt();
        int owner = Threads.scheduler().owner;
        int found = value & OWNER_MASK;
        if (found == 0) {
            status.storeInt(value | owner);
        } else if (found != owner) {
            awaitTurn(object);
        } else if ((value & StatusWord.RECURSION_MASK) != StatusWord.RECURSION_MASK) {
            status.storeInt(value + StatusWord.RECURSION_ONE);
        } else {
            inflated(object).more += MOVED;
            status = statusOf(object);
            status.storeInt(status.loadInt() - (MOVED - 1) * StatusWord.RECURSION_ONE);
        }
    }

    private static void awaitTurn(Object object) {
        Monitor monitor = inflated(object);
        VmThread thread = Threads.scheduler().running();
        thread.entries = 0;
        thread.awaited = object;
        monitor.entering.add(thread);
        Threads.scheduler().await(ThreadState.BLOCKED, Scheduler.FOREVER);
    }

    /** Returns the monitor beside the object's status word. May collect. */
    private static Monitor inflated(Object object) {
        if ((statusOf(object).loadInt() & StatusWord.INFLATED) != 0) {
            return TABLE.find(object);
        }
        Monitor made = TABLE.add(object);
        Address status = statusOf(object);
        status.storeInt(status.loadInt() | StatusWord.INFLATED);
        return made;
    }

    /**
     * Leaves the monitor of {@code object}. Allocates nothing.
     *
     * @throws IllegalMonitorStateException if the current thread is not in it
     */
    public static void exit(Object object) {
        Address status = statusOf(object);
        int value = status.loadInt();
        if ((value & OWNER_MASK) != Threads.scheduler().owner) {
            throw notOwner();
        }
        if ((value & StatusWord.RECURSION_MASK) != 0) {
            status.storeInt(value - StatusWord.RECURSION_ONE);
        } else if ((value & StatusWord.INFLATED) == 0) {
            status.storeInt(value & ~OWNER_MASK);
        } else {
            exitInflated(object, status, value);
        }
    }

    private static void exitInflated(Object object, Address status, int value) {
        Monitor monitor = TABLE.find(object);
        if (monitor.more != 0) {
            monitor.more -= MOVED;
            status.storeInt(value + (MOVED - 1) * StatusWord.RECURSION_ONE);
        } else {
            handOn(monitor);
        }
    }

    /** Leaves a monitor for good: it goes to the next thread that wants it, or to nobody. */
    private static void handOn(Monitor monitor) {
        Address status = statusOf(monitor.object);
        int value = status.loadInt() & ~(OWNER_MASK | StatusWord.RECURSION_MASK);
        monitor.more = 0;
        status.storeInt(value);
        VmThread next = monitor.entering.removeFirst();
        if (next != null) {
            takeFor(next, monitor);
            Threads.scheduler().ready(next);
        }
        if (monitor.isIdle()) {
            TABLE.remove(monitor);
            status.storeInt(status.loadInt() & ~StatusWord.INFLATED);
        }
    }

    /** Gives a monitor to a thread that waits for it, as often as that wants to be in it, and returns true, or false if another thread is in it. */
    static boolean takeFor(VmThread thread, Monitor monitor) {
        Address status = statusOf(monitor.object);
        int value = status.loadInt();
        if ((value & OWNER_MASK) != 0) {
            return false;
        }
        int counted = thread.entries;
        while (counted > FULL) {
            counted -= MOVED;
            monitor.more += MOVED;
        }
        status.storeInt(value | thread.owner | counted * StatusWord.RECURSION_ONE);
        return true;
    }

    /** Returns whether the current thread is in the monitor of {@code object}. */
    public static boolean holds(Object object) {
        return (statusOf(object).loadInt() & OWNER_MASK) == Threads.scheduler().owner;
    }

    /**
     * Leaves the monitor, waits to be notified or until {@code millis} milliseconds have passed, and enters it again as often as before.
     *
     * @param millis 0 for ever
     * @return whether the wait was ended by an interruption
     * @throws IllegalMonitorStateException if the current thread is not in the monitor
     */
    public static boolean await(Object object, long millis) {
        if (!holds(object)) {
            throw notOwner();
        }
        Scheduler scheduler = Threads.scheduler();
        Monitor monitor = inflated(object);
        VmThread thread = scheduler.running();
        int counted = (statusOf(object).loadInt() & StatusWord.RECURSION_MASK) / StatusWord.RECURSION_ONE;
        thread.entries = counted + monitor.more;
        thread.awaited = object;
        thread.place = monitor;
        monitor.waiting.add(thread);
        handOn(monitor);
        long deadline = millis == 0 ? Scheduler.FOREVER : scheduler.deadlineIn(nanos(millis));
        return scheduler.await(ThreadState.WAITING, deadline) == Wakeup.INTERRUPTED;
    }

    /** Returns milliseconds in nanoseconds, the largest number for more than fit. */
    public static long nanos(long millis) {
        return millis > Long.MAX_VALUE / NANOS_PER_MILLI ? Long.MAX_VALUE : millis * NANOS_PER_MILLI;
    }

    /**
     * Wakes the thread that has waited longest on {@code object}, if there is any: it will go on when it gets the monitor.
     *
     * @throws IllegalMonitorStateException if the current thread is not in the monitor
     */
    public static void signal(Object object) {
        Monitor monitor = signalled(object);
        if (monitor != null && !monitor.waiting.isEmpty()) {
            Threads.scheduler().giveUp(monitor.waiting.first(), Wakeup.NOTIFIED);
        }
    }

    /**
     * Wakes all threads that wait on {@code object}.
     *
     * @throws IllegalMonitorStateException if the current thread is not in the monitor
     */
    public static void signalAll(Object object) {
        Monitor monitor = signalled(object);
        while (monitor != null && !monitor.waiting.isEmpty()) {
            Threads.scheduler().giveUp(monitor.waiting.first(), Wakeup.NOTIFIED);
        }
    }

    private static Monitor signalled(Object object) {
        if (!holds(object)) {
            throw notOwner();
        }
        return (statusOf(object).loadInt() & StatusWord.INFLATED) == 0 ? null : TABLE.find(object);
    }

    private static IllegalMonitorStateException notOwner() {
        return new IllegalMonitorStateException("current thread is not owner");
    }
}
