package org.bulkhead.vm.runtime.substitute.reflect;

import java.net.URLStreamHandler;
import org.bulkhead.vm.runtime.reflect.ResourceHandler;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** URLs name resources; others can be written down, but not opened. */
@Substitutes("java.net.URL")
final class UrlSubstitution {
    private UrlSubstitution() {}

    @Replace(reason = "the protocols of the JDK need files and a network")
    static URLStreamHandler getURLStreamHandler(String protocol) {
        return ResourceHandler.of(protocol);
    }
}
