package org.bulkhead.vm.runtime;

import org.bulkhead.vm.runtime.platform.PlatformHolder;
import org.bulkhead.vm.runtime.substitute.ShutdownSubstitution;
import org.bulkhead.vm.runtime.substitute.ThreadSubstitution;
import org.bulkhead.vm.runtime.thread.Threads;

/** Runs a program's main method to its end. */
public final class ProgramStart {
    private static final int UNCAUGHT = 1;

    private ProgramStart() {}

    /**
     * Runs the main method of the module or, without one, {@link Program#main}, reports an exception that it does not catch, waits for the threads that are no daemons, runs the shutdown hooks, and exits: with status 0, or 1 after an exception.
     * Never returns.
     */
    public static void run(String[] arguments) {
        int status = 0;
        try {
            if (ImageInfo.module == null) {
                Program.main(arguments);
            } else {
                ImageInfo.module.main(arguments);
            }
        } catch (Throwable uncaught) {
            status = UNCAUGHT;
            ThreadSubstitution.reportUncaught(uncaught);
        }
        ThreadSubstitution.endMain();
        Threads.awaitEnd();
        ShutdownSubstitution.runAllHooks();
        PlatformHolder.platform().exit(status);
    }
}
