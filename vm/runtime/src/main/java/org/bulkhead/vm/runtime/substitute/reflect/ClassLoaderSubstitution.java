package org.bulkhead.vm.runtime.substitute.reflect;

import org.bulkhead.vm.runtime.reflect.ProgramClassLoader;
import org.bulkhead.vm.runtime.reflect.TypeNames;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** All classes are there before a program starts; a loader finds them, and cannot define others. */
@Substitutes("java.lang.ClassLoader")
final class ClassLoaderSubstitution {
    private static final String ONE = "one loader has all classes of the program";

    private ClassLoaderSubstitution() {}

    @Replace(reason = "nothing to register")
    private static void registerNatives() {}

    @Replace(reason = ONE)
    public static ClassLoader getSystemClassLoader() {
        return ProgramClassLoader.instance();
    }

    @Replace(reason = ONE)
    public static ClassLoader getPlatformClassLoader() {
        return ProgramClassLoader.instance();
    }

    @Replace(reason = ONE)
    static ClassLoader getBuiltinAppClassLoader() {
        return ProgramClassLoader.instance();
    }

    @Replace(reason = ONE)
    static ClassLoader getBuiltinPlatformClassLoader() {
        return ProgramClassLoader.instance();
    }

    @Replace(reason = "all classes are there")
    private static Class<?> findBootstrapClass(String name) {
        return TypeNames.find(name);
    }

    @Replace(reason = "other loaders define no classes")
    private Class<?> findLoadedClass0(String name) {
        return null;
    }

    @Replace(reason = "nothing is loaded, so nothing in parallel")
    protected static boolean registerAsParallelCapable() {
        return true;
    }

    @Replace(reason = "one loader has all classes of the program, so no loader is hidden from another")
    static void checkClassLoaderPermission(ClassLoader loader, Class<?> caller) {}
}
