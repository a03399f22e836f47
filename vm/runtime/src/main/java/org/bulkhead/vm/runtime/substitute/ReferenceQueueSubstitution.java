package org.bulkhead.vm.runtime.substitute;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;

/** Nobody enqueues in the background: who looks into a queue has the pending references enqueued first. */
@Substitutes("java.lang.ref.ReferenceQueue")
public final class ReferenceQueueSubstitution {
    @Alias private static ReferenceQueue<Object> NULL;

    private ReferenceQueueSubstitution() {}

    /** Returns the queue that stands for none, an object of the image. */
    @Inject
    public static Object none() {
        return NULL;
    }
}
