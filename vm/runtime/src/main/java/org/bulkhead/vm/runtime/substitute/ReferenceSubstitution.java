package org.bulkhead.vm.runtime.substitute;

import java.lang.ref.Reference;

/** References are strong so far: the collector treats a referent like any other field, so nothing is ever cleared or enqueued by it. */
@Substitutes(value = "java.lang.ref.Reference", initializer = Substitutes.Initializer.REPLACE)
final class ReferenceSubstitution {
    private ReferenceSubstitution() {}

    @Alias private Object referent;

    @Replace(reason = "nothing is ever pending")
    private static boolean hasReferencePendingList() {
        return false;
    }

    @Replace(reason = "nothing is ever pending")
    private static Reference<?> getAndClearReferencePendingList() {
        return null;
    }

    @Replace(reason = "nothing is ever pending")
    private static void waitForReferencePendingList() {}

    @Replace(reason = "a plain comparison")
    private boolean refersTo0(Object object) {
        return referent == object;
    }

    @Replace(reason = "a plain store")
    private void clear0() {
        referent = null;
    }
}
