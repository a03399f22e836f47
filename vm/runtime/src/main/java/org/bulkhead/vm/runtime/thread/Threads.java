package org.bulkhead.vm.runtime.thread;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.NeverReturns;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.substitute.ThreadSubstitution;

/** The threads of this program. */
@NoStackProbe
public final class Threads {
    private static final PlatformMachine MACHINE = new PlatformMachine();
    private static final Scheduler SCHEDULER = new Scheduler(MACHINE, new VmThread(null));

    private Threads() {}

    /** Returns the scheduler. */
    public static Scheduler scheduler() {
        return SCHEDULER;
    }

    /** Returns the stacks of all threads but the running one; the collector finds references there. */
    public static SavedStacks stacks() {
        return MACHINE.stacks();
    }

    /**
     * Starts a thread. May collect.
     *
     * @throws OutOfMemoryError if there is no memory for its stack, or there are too many threads
     */
    public static void start(VmThread thread) {
        if (!MACHINE.prepare(thread) || !SCHEDULER.add(thread)) {
            MACHINE.discard(thread);
            throw new OutOfMemoryError("unable to create native thread: possibly out of memory or process/resource limits reached");
        }
        VmThread starter = SCHEDULER.running();
        SCHEDULER.begins(thread);
        MACHINE.begin(starter);
    }

    /** The life of a thread, on its own stack. */
    @NeverReturns
    public static void live(Address innermostOfStarter) {
        MACHINE.arrived(innermostOfStarter, SCHEDULER.running());
        SCHEDULER.begun();
        Thread thread = SCHEDULER.running().thread;
        try {
            thread.run();
        } catch (Throwable uncaught) {
            ThreadSubstitution.reportUncaught(uncaught);
        }
        ThreadSubstitution.over(thread);
        SCHEDULER.end();
    }

    /** Returns all threads that live and have a Java object. */
    public static Thread[] all() {
        int count = 0;
        for (int i = 1; i < SCHEDULER.numbers(); i++) {
            count += hasObject(i) ? 1 : 0;
        }
        Thread[] threads = new Thread[count];
        int found = 0;
        for (int i = 1; i < SCHEDULER.numbers(); i++) {
            if (hasObject(i)) {
                threads[found++] = SCHEDULER.thread(i).thread;
            }
        }
        return threads;
    }

    private static boolean hasObject(int number) {
        return SCHEDULER.thread(number) != null && SCHEDULER.thread(number).thread != null;
    }

    /** Waits until all threads that have been started and are no daemons are over; the running thread has run the main method. */
    public static void awaitEnd() {
        SCHEDULER.awaitEnd();
    }
}
