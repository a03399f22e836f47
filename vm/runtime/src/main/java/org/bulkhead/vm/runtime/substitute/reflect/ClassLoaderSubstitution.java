package org.bulkhead.vm.runtime.substitute.reflect;

import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;
import org.bulkhead.vm.runtime.reflect.ProgramClassLoader;
import org.bulkhead.vm.runtime.reflect.TypeNames;
import org.bulkhead.vm.runtime.substitute.Alias;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** All classes are there before a program starts; a loader finds them, and cannot define others. */
@Substitutes("java.lang.ClassLoader")
final class ClassLoaderSubstitution {
    private static final String ONE = "one loader has all classes of the program";

    @Alias private final String name;
    @Alias private final ClassLoader parent;
    @Alias private final Module unnamedModule;
    @Alias private final String nameAndId;
    @Alias private final ConcurrentHashMap<String, Object> parallelLockMap;
    @Alias private final ConcurrentHashMap<String, Certificate[]> package2certs;
    @Alias private final ArrayList<Class<?>> classes;
    @Alias private final ConcurrentHashMap<String, Object> packages;
    @Alias final Object assertionLock;

    @Replace(reason = "no protection domain: its certificates, dates and calendars would be in every program that asks a class for its loader")
    private ClassLoaderSubstitution(Void checked, String name, ClassLoader parent) {
        this.name = name;
        this.parent = parent;
        unnamedModule = (Module) (Object) new ModuleSubstitution((ClassLoader) (Object) this);
        nameAndId = nameAndId((ClassLoader) (Object) this);
        parallelLockMap = null;
        package2certs = new ConcurrentHashMap<>();
        classes = new ArrayList<>();
        packages = new ConcurrentHashMap<>();
        assertionLock = this;
    }

    @Alias
    private static native String nameAndId(ClassLoader loader);

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
