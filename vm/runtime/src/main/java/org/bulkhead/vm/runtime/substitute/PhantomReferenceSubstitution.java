package org.bulkhead.vm.runtime.substitute;

/** Cleared as weak ones are. */
@Substitutes("java.lang.ref.PhantomReference")
final class PhantomReferenceSubstitution {
    private PhantomReferenceSubstitution() {}

    @Replace(reason = "a plain comparison")
    private boolean refersTo0(Object object) {
        return ReferenceSubstitution.refers(this, object);
    }
}
