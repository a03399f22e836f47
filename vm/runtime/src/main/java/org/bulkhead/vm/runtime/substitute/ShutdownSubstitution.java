package org.bulkhead.vm.runtime.substitute;

import org.bulkhead.vm.runtime.platform.PlatformHolder;

/** The end of a program: hooks as the class library runs them, then the platform's end. */
@Substitutes("java.lang.Shutdown")
public final class ShutdownSubstitution {
    private ShutdownSubstitution() {}

    @Alias
    static native void shutdown();

    /** Runs the hooks, unless that has been done. */
    @Inject
    public static void runAllHooks() {
        shutdown();
    }

    @Replace(reason = "nothing to prepare")
    static void beforeHalt() {}

    @Replace(reason = "the platform's exit")
    static void halt0(int status) {
        PlatformHolder.platform().exit(status);
    }
}
