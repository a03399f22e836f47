package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.monitor.Parking;
import org.bulkhead.vm.runtime.thread.Threads;
import org.bulkhead.vm.runtime.thread.VmThread;

/** Wakes the thread that enqueues what collections have cleared. A program has one from the moment on at which a thread waits for references; the others enqueue when they look into a queue. */
@NoStackProbe
public final class ReferenceHandling {
    /** The thread, parked unless there is something to do; null if there is none. */
    private static VmThread handler;

    private ReferenceHandling() {}

    /** Makes the running thread the one that enqueues, and parks it until there are references to enqueue. */
    public static void awaitPending() {
        handler = Threads.scheduler().running();
        while (!Allocation.pendingReferences()) {
            Parking.park(false, 0);
        }
    }

    /** Is told that a collection is over; the running thread may be in the middle of anything that allocates. */
    static void collected() {
        if (handler != null && Allocation.pendingReferences()) {
            Parking.unpark(handler);
        }
    }
}
