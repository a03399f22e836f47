package org.bulkhead.vm.runtime.reflect;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bulkhead.vm.runtime.substitute.reflect.ModuleSubstitution;

/** The modules of the class library. Their packages {@code java} and {@code javax} are exported, and none is open. */
public final class LibraryModules {
    private static final Map<String, Module> BY_NAME = new ConcurrentHashMap<>();

    private LibraryModules() {}

    /** Returns the one module of that name; it is made when it is first asked for. */
    static Module named(String name) {
        return BY_NAME.computeIfAbsent(name, ModuleSubstitution::make);
    }

    /** Returns whether a package of the class library can be named by other modules. */
    public static boolean exports(String packageName) {
        return packageName.startsWith("java.") || packageName.startsWith("javax.");
    }
}
