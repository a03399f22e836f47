package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.lang.reflect.Proxy")
@ClosedWorldOnly
@Delete(reason = "members of classes are not reflected in an image")
final class ProxySubstitution {
    private ProxySubstitution() {}
}
