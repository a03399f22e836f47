package org.bulkhead.vm.runtime.substitute;

/** Strong so far, see Reference. */
@Substitutes("java.lang.ref.PhantomReference")
final class PhantomReferenceSubstitution {
    private PhantomReferenceSubstitution() {}

    @Replace(reason = "a plain comparison; nothing else may see the referent")
    private boolean refersTo0(Object object) {
        return false;
    }
}
