package org.bulkhead.vm.runtime.thread;

import org.bulkhead.vm.magic.NoStackProbe;

/** The threads that wait for something from outside the program, a notification or input. Whether it is theirs they find out themselves, so all go on when something has come. */
@NoStackProbe
final class Outside {
    private final Scheduler scheduler;
    private final Machine machine;
    private final ThreadQueue waiting = new ThreadQueue();

    Outside(Scheduler scheduler, Machine machine) {
        this.scheduler = scheduler;
        this.machine = machine;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Adds a thread that is about to wait. */
    void add(VmThread thread) {
        waiting.add(thread);
    }

    /** Waits, with all threads, until something has come for those here, who are then ready, or until {@code nanos} nanoseconds have passed; with 0 it only looks. */
    void await(long nanos) {
        if (machine.awaitArrival(nanos)) {
            while (!waiting.isEmpty()) {
                scheduler.ready(waiting.first());
            }
        }
    }

    /** Removes a thread if it is here. */
    void remove(VmThread thread) {
        if (thread.queue == waiting) {
            waiting.remove(thread);
        }
    }
}
