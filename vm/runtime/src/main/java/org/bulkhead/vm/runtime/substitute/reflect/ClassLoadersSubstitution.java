package org.bulkhead.vm.runtime.substitute.reflect;

import org.bulkhead.vm.runtime.reflect.ProgramClassLoader;
import org.bulkhead.vm.runtime.substitute.Delete;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** Of the JDK's own loaders there is the one for the class path. */
@Substitutes("jdk.internal.loader.ClassLoaders")
@Delete(reason = "a program holds all its classes; nothing is loaded")
final class ClassLoadersSubstitution {
    private ClassLoadersSubstitution() {}

    @Replace(reason = "one loader has all classes of the program")
    public static ClassLoader appClassLoader() {
        return ProgramClassLoader.instance();
    }

    @Replace(reason = "the classes of other modules are found like all others")
    public static ClassLoader platformClassLoader() {
        return null;
    }
}
