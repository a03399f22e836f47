package org.bulkhead.vm.runtime;

import org.bulkhead.vm.runtime.platform.PlatformHolder;
import org.bulkhead.vm.runtime.substitute.ShutdownSubstitution;
import org.bulkhead.vm.runtime.substitute.ThreadSubstitution;
import org.bulkhead.vm.runtime.thread.Threads;

/** Runs a program's main method to its end. */
public final class ProgramStart {
    private static final int UNCAUGHT = 1;

    private ProgramStart() {}

    /** Runs the main method of the module or, without one, {@link Program#main}, {@linkplain #end ends} the program and exits: with status 0, or 1 after an exception that main did not catch. Never returns. */
    public static void run(String[] arguments) {
        Throwable uncaught = null;
        try {
            if (ImageInfo.module == null) {
                Program.main(arguments);
            } else {
                ImageInfo.module.main(arguments);
            }
        } catch (Throwable thrown) {
            uncaught = thrown;
        }
        end(uncaught);
        PlatformHolder.platform().exit(uncaught == null ? 0 : UNCAUGHT);
    }

    /** Reports the exception that left the main method, if there is one, waits for the threads that are no daemons, and runs the shutdown hooks. For the thread that has run the main method. */
    public static void end(Throwable uncaught) {
        if (uncaught != null) {
            ThreadSubstitution.reportUncaught(uncaught);
        }
        ThreadSubstitution.endMain();
        Threads.awaitEnd();
        ShutdownSubstitution.runAllHooks();
    }
}
