package org.bulkhead.vm.runtime.substitute.reflect;

import org.bulkhead.vm.runtime.reflect.ProgramClassLoader;
import org.bulkhead.vm.runtime.substitute.Alias;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** A thread begins with the application's class loader. */
@Substitutes("java.lang.Thread")
final class ThreadSubstitution {
    @Alias private ClassLoader contextClassLoader;

    private ThreadSubstitution() {}

    @Replace(reason = "the loader is made when it is first asked for")
    public ClassLoader getContextClassLoader() {
        return contextClassLoader == null ? ProgramClassLoader.instance() : contextClassLoader;
    }
}
