package org.bulkhead.vm.runtime.substitute.reflect;

import java.util.Iterator;
import java.util.ServiceLoader;
import org.bulkhead.vm.runtime.substitute.Alias;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** Providers are those that files under META-INF/services name. */
@Substitutes("java.util.ServiceLoader")
final class ServiceLoaderSubstitution {
    private ServiceLoaderSubstitution() {}

    @Replace(reason = "no module provides a service")
    private Iterator<?> newLookupIterator() {
        return (Iterator<?>) (Object) new LookupIterator((ServiceLoader<?>) (Object) this);
    }

    /** Names the iterator over the files. */
    @Substitutes("java.util.ServiceLoader$LazyClassPathLookupIterator")
    static final class LookupIterator {
        @Alias
        LookupIterator(ServiceLoader<?> loader) {}
    }
}
