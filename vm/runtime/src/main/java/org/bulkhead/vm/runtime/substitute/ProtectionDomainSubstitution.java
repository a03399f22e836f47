package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.security.ProtectionDomain")
@ClosedWorldOnly
@Delete(reason = "images have no security providers or policies")
final class ProtectionDomainSubstitution {
    private ProtectionDomainSubstitution() {}
}
