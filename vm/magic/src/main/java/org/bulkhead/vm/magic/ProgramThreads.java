package org.bulkhead.vm.magic;

/** What an isolate asks the VM about its Java threads, which take turns on the isolate's one thread. On HotSpot each isolate has one Java thread. */
public final class ProgramThreads {
    private ProgramThreads() {}

    /** Returns whether there are Java threads that could run while the running one waits. */
    public static boolean othersLive() {
        return false;
    }

    /**
     * Makes the running thread wait, and others run, until notifications have been added to {@link IdleNotifications}, for whomever, or until the deadline. Only while {@link #othersLive}.
     *
     * @param deadline nanoseconds since boot, {@link Long#MAX_VALUE} for ever
     */
    public static void awaitNotifications(long deadline) {
        throw new IllegalStateException("no other thread of this isolate can run");
    }

    /**
     * Ends a Java program whose main method is over: reports an exception that left it as the thread's handler says, waits for all threads that are no daemons, and runs the shutdown hooks. On HotSpot it only reports.
     *
     * @param uncaught the exception, or null
     */
    public static void end(Throwable uncaught) {
        if (uncaught != null) {
            System.err.print("Exception in thread \"main\" ");
            uncaught.printStackTrace();
        }
    }
}
