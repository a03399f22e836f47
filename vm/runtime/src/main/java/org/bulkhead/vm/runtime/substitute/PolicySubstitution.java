package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.security.Policy")
@Delete(reason = "images have no security providers or policies")
final class PolicySubstitution {
    private PolicySubstitution() {}
}
