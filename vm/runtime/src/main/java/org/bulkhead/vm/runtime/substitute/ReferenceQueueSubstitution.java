package org.bulkhead.vm.runtime.substitute;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import org.bulkhead.vm.magic.NoStackProbe;

/** Who looks into a queue has pending references enqueued first; who waits at one has a thread do it from then on. */
@Substitutes("java.lang.ref.ReferenceQueue")
public final class ReferenceQueueSubstitution {
    private static final long NANOS_PER_MILLI = 1_000_000;

    @Alias private static ReferenceQueue<Object> NULL;
    @Alias private static ReferenceQueue<Object> ENQUEUED;
    @Alias private Reference<?> head;
    @Alias private Lock lock;

    private ReferenceQueueSubstitution() {}

    /** Returns the queue that stands for none, an object of the image. The collector asks, also in the reserve of a stack that has overflowed. */
    @Inject
    @NoStackProbe
    public static Object none() {
        return NULL;
    }

    /** Returns what the field {@code queue} of a reference says when it is in its queue. */
    @Inject
    static ReferenceQueue<?> ofEnqueued() {
        return ENQUEUED;
    }

    @Alias
    private native Reference<?> reallyPoll();

    @Replace(reason = "has pending references enqueued first")
    public Reference<?> poll() {
        ReferenceSubstitution.enqueuePending();
        if (head == null) {
            return null;
        }
        synchronized (lock) {
            return reallyPoll();
        }
    }

    @Replace(reason = "needs the thread that enqueues")
    public Reference<?> remove(long timeout) throws InterruptedException {
        if (timeout < 0) {
            throw new IllegalArgumentException("Negative timeout value");
        }
        ReferenceSubstitution.startHandler();
        long begin = System.nanoTime();
        synchronized (lock) {
            Reference<?> first = reallyPoll();
            long left = timeout;
            while (first == null && (timeout == 0 || left > 0)) {
                lock.wait(left);
                first = reallyPoll();
                left = timeout == 0 ? 0 : timeout - (System.nanoTime() - begin) / NANOS_PER_MILLI;
            }
            return first;
        }
    }

    /** Names the class of the lock. */
    @Substitutes("java.lang.ref.ReferenceQueue$Lock")
    static final class Lock {
        private Lock() {}
    }
}
