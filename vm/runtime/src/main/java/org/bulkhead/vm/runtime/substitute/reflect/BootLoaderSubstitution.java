package org.bulkhead.vm.runtime.substitute.reflect;

import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bulkhead.vm.runtime.reflect.TypeNames;
import org.bulkhead.vm.runtime.substitute.Alias;
import org.bulkhead.vm.runtime.substitute.Delete;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** The loader of the class library, which has no resources in a program. */
@Substitutes("jdk.internal.loader.BootLoader")
@Delete(reason = "a program holds all its classes; nothing is loaded")
final class BootLoaderSubstitution {
    private static final String NONE = "no resources of the class library";

    private static final Map<String, Package> PACKAGES = new ConcurrentHashMap<>();

    private BootLoaderSubstitution() {}

    @Replace(reason = "all classes are there")
    public static Class<?> loadClassOrNull(String name) {
        return TypeNames.find(name);
    }

    @Replace(reason = "all classes are there")
    public static Class<?> loadClass(Module module, String name) {
        return TypeNames.find(name);
    }

    @Replace(reason = "a package is made when a class first asks for its own")
    public static Package definePackage(Class<?> type) {
        return PACKAGES.computeIfAbsent(type.getPackageName(), name -> (Package) (Object) new LibraryPackage(name, type.getModule()));
    }

    @Replace(reason = "a package is made when a class first asks for its own")
    public static Package getDefinedPackage(String name) {
        return PACKAGES.get(name);
    }

    @Replace(reason = NONE)
    public static URL findResource(String name) {
        return null;
    }

    @Replace(reason = NONE)
    public static URL findResource(String module, String name) {
        return null;
    }

    @Replace(reason = NONE)
    public static InputStream findResourceAsStream(String module, String name) {
        return null;
    }

    @Replace(reason = NONE)
    public static Enumeration<URL> findResources(String name) {
        return Collections.emptyEnumeration();
    }

    @Replace(reason = "what the JDK's own libraries have in native code is substituted method by method")
    public static void loadLibrary(String name) {}

    @Replace(reason = "nothing is appended to it")
    public static boolean hasClassPath() {
        return false;
    }

    /** Makes packages of named modules. */
    @Substitutes("java.lang.Package")
    static final class LibraryPackage {
        @Alias
        LibraryPackage(String name, Module module) {}
    }
}
