package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.net.URL")
@ClosedWorldOnly
@Delete(reason = "a program has no network of its own: use the isolate API")
final class URLSubstitution {
    private URLSubstitution() {}
}
