package org.bulkhead.vm.runtime.substitute;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import org.bulkhead.vm.runtime.memory.Allocation;
import org.bulkhead.vm.runtime.memory.ReferenceHandling;

/**
 * The collector clears referents and leaves what it cleared as a list of pending references. Who looks into a queue, asks for memory outside the heap or asks for a collection has them enqueued first. A thread
 * that enqueues them as they come is only started when another waits at a queue.
 */
@Substitutes(value = "java.lang.ref.Reference", initializer = Substitutes.Initializer.REPLACE)
public final class ReferenceSubstitution {
    @Alias private static Object processPendingLock = new Object();
    @Inject private static boolean handlerStarted;
    @Alias private Object referent;
    @Alias private ReferenceQueue<?> queue;

    private ReferenceSubstitution() {}

    @Alias
    private static native void processPendingReferences();

    /** Enqueues all references that collections have cleared so far, and runs the actions of the VM's own cleaners among them. */
    @Inject
    public static void enqueuePending() {
        while (Allocation.pendingReferences()) {
            processPendingReferences();
        }
    }

    /** Starts the thread that enqueues references as soon as they are pending, unless it runs. */
    @Inject
    static void startHandler() {
        synchronized (processPendingLock) {
            if (!handlerStarted) {
                Thread handler = (Thread) (Object) new Handler(ThreadGroupSubstitution.main().getParent(), "Reference Handler");
                handler.setPriority(Thread.MAX_PRIORITY);
                handler.setDaemon(true);
                handler.start();
                handlerStarted = true;
            }
        }
    }

    @Replace(reason = "the collector's list")
    private static boolean hasReferencePendingList() {
        return Allocation.pendingReferences();
    }

    @Replace(reason = "the collector's list")
    private static Reference<?> getAndClearReferencePendingList() {
        return (Reference<?>) Allocation.takePendingReferences();
    }

    @Replace(reason = "only called if there are any")
    private static void waitForReferencePendingList() {}

    @Replace(reason = "has pending references enqueued first")
    public boolean isEnqueued() {
        enqueuePending();
        return queue == ReferenceQueueSubstitution.ofEnqueued();
    }

    @Replace(reason = "a plain comparison")
    private boolean refersTo0(Object object) {
        return referent == object;
    }

    @Replace(reason = "a plain store")
    private void clear0() {
        referent = null;
    }

    /** Returns whether {@code reference}'s referent is {@code object}, of a class whose {@code get} does not tell. */
    @Inject
    static boolean refers(Object reference, Object object) {
        return ((ReferenceSubstitution) reference).referent == object;
    }

    /** The thread that enqueues. */
    @Substitutes(value = "java.lang.ref.Reference$ReferenceHandler", initializer = Substitutes.Initializer.REPLACE)
    static final class Handler {
        @Alias
        Handler(ThreadGroup group, String name) {}

        @Replace(reason = "waits for the collector")
        public void run() {
            while (true) {
                ReferenceHandling.awaitPending();
                enqueuePending();
            }
        }
    }
}
