package org.bulkhead.vm.runtime.substitute;

/** Domains exist, with no code source, principals or permissions that would be worth printing. */
@Substitutes("java.security.ProtectionDomain")
final class ProtectionDomainSubstitution {
    private ProtectionDomainSubstitution() {}

    @Override
    @Replace(reason = "prints permissions, and with them brings policies, dates and the network")
    public String toString() {
        return "ProtectionDomain";
    }
}
