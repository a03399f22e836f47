package org.bulkhead.vm.runtime.substitute;

import java.lang.ref.Reference;
import org.bulkhead.vm.runtime.memory.Allocation;

/**
 * The collector clears referents and leaves what it cleared as a list of pending references. There is no thread that enqueues them: who looks into a queue, asks for memory outside the heap or asks for a
 * collection has that done first.
 */
@Substitutes(value = "java.lang.ref.Reference", initializer = Substitutes.Initializer.REPLACE)
public final class ReferenceSubstitution {
    @Alias private static Object processPendingLock = new Object();
    @Alias private Object referent;

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
}
