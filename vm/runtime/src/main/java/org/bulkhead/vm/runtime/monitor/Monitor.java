package org.bulkhead.vm.runtime.monitor;

import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.thread.ThreadQueue;
import org.bulkhead.vm.runtime.thread.ThreadState;
import org.bulkhead.vm.runtime.thread.Threads;
import org.bulkhead.vm.runtime.thread.VmThread;
import org.bulkhead.vm.runtime.thread.WaitPlace;

/** What does not fit an object's status word: who waits for its monitor, who waits to be notified, and the entries beyond those that the word can count. */
@NoStackProbe
final class Monitor implements WaitPlace {
    /** Threads that want to enter, in the order of their coming; they get the monitor from whoever leaves it. */
    final ThreadQueue entering = new ThreadQueue();
    /** Threads in {@code Object.wait}, in the order of their coming. */
    final ThreadQueue waiting = new ThreadQueue();
    final Object object;
    final int hash;
    /** Entries of the owner beyond those in the status word. */
    int more;
    /** The next in the same bucket of the table. */
    Monitor next;

    Monitor(Object object, int hash) {
        this.object = object;
        this.hash = hash;
    }

    /** Returns whether the status word would do. */
    boolean isIdle() {
        return more == 0 && entering.isEmpty() && waiting.isEmpty();
    }

    /** Lets a thread that waits compete for the monitor: it has been notified, interrupted, or has waited long enough. */
    @Override
    public void giveUp(VmThread thread) {
        waiting.remove(thread);
        if (Monitors.takeFor(thread, this)) {
            Threads.scheduler().ready(thread);
        } else {
            Threads.scheduler().nowWaitsIn(thread, ThreadState.BLOCKED);
            entering.add(thread);
        }
    }
}
