package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("sun.security.jca.Providers")
@Delete(reason = "images have no security providers or policies")
final class ProvidersSubstitution {
    private ProvidersSubstitution() {}
}
