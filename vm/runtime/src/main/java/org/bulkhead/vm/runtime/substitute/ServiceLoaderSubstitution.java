package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.util.ServiceLoader")
@ClosedWorldOnly
@Delete(reason = "services are looked up by the isolate API, not by class")
final class ServiceLoaderSubstitution {
    private ServiceLoaderSubstitution() {}
}
