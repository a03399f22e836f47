package org.bulkhead.vm.runtime.substitute;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import org.bulkhead.vm.magic.NoStackProbe;

/** Who looks into a queue has pending references enqueued first. */
@Substitutes("java.lang.ref.ReferenceQueue")
public final class ReferenceQueueSubstitution {
    @Alias private static ReferenceQueue<Object> NULL;
    @Alias private Reference<?> head;
    @Alias private Lock lock;

    private ReferenceQueueSubstitution() {}

    /** Returns the queue that stands for none, an object of the image. The collector asks, also in the reserve of a stack that has overflowed. */
    @Inject
    @NoStackProbe
    public static Object none() {
        return NULL;
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

    /** Names the class of the lock. */
    @Substitutes("java.lang.ref.ReferenceQueue$Lock")
    static final class Lock {
        private Lock() {}
    }
}
