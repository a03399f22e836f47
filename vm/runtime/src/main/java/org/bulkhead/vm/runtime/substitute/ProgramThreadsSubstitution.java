package org.bulkhead.vm.runtime.substitute;

import org.bulkhead.vm.runtime.ProgramStart;
import org.bulkhead.vm.runtime.thread.Threads;

/** The program's own threads. */
@Substitutes("org.bulkhead.vm.magic.ProgramThreads")
final class ProgramThreadsSubstitution {
    private static final String SCHEDULER = "the VM's scheduler";

    private ProgramThreadsSubstitution() {}

    @Replace(reason = SCHEDULER)
    public static boolean othersLive() {
        return Threads.scheduler().othersLive();
    }

    @Replace(reason = SCHEDULER)
    public static void awaitNotifications(long deadline) {
        Threads.scheduler().awaitOutside(deadline);
    }

    @Replace(reason = "the end of a main method")
    public static void end(Throwable uncaught) {
        ProgramStart.end(uncaught);
    }
}
