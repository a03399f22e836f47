package org.bulkhead.vm.runtime.reflect;

import org.bulkhead.vm.runtime.substitute.reflect.ModuleSubstitution;

/** The module java.base. Its packages {@code java} and {@code javax} are exported, and none is open. */
public final class BaseModule {
    private static final String NAME = "java.base";
    private static Module instance;

    private BaseModule() {}

    /** Returns the one module; it is made when it is first asked for. */
    public static Module instance() {
        if (instance == null) {
            instance = ModuleSubstitution.make(NAME);
        }
        return instance;
    }

    /** Returns whether a package of java.base can be named by other modules. */
    public static boolean exports(String packageName) {
        return packageName.startsWith("java.") || packageName.startsWith("javax.");
    }
}
