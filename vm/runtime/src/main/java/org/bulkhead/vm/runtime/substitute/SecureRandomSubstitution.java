package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.security.SecureRandom")
@Delete(reason = "no source of secure random numbers")
final class SecureRandomSubstitution {
    private SecureRandomSubstitution() {}
}
