package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.security.Security")
@Delete(reason = "images have no security providers or policies")
final class SecuritySubstitution {
    private SecuritySubstitution() {}
}
