package org.bulkhead.vm.runtime.substitute;

import java.security.AccessControlContext;
import org.bulkhead.vm.runtime.monitor.Monitors;
import org.bulkhead.vm.runtime.platform.PlatformHolder;

/** A program has one thread, main; others can be made, and asked for their names, but not started. */
@Substitutes("java.lang.Thread")
public final class ThreadSubstitution {
    private static final long NANOS_PER_MILLI = 1_000_000;
    /** The thread status of JVMTI for a thread that is alive and runnable. */
    private static final int STATUS_RUNNABLE = 5;

    @Alias private static int threadInitNumber;
    @Inject private static Thread main;
    @Inject private static long lastId;

    @Alias private String name;
    @Alias private int priority;
    @Alias private boolean daemon;
    @Alias private boolean interrupted;
    @Alias private Runnable target;
    @Alias private ThreadGroup group;
    @Alias private long stackSize;
    @Alias private long tid;
    @Alias private int threadStatus;
    @Alias private Object blockerLock;

    /** Makes the main thread. */
    @Inject
    private ThreadSubstitution(String name, ThreadGroup group, int status) {
        this.name = name;
        this.group = group;
        this.priority = Thread.NORM_PRIORITY;
        this.blockerLock = new Object();
        this.tid = ++lastId;
        this.threadStatus = status;
    }

    @Replace(reason = "no security manager, access control context or inherited thread locals")
    private ThreadSubstitution(ThreadGroup group, Runnable target, String name, long stackSize, AccessControlContext context, boolean inheritThreadLocals) {
        if (name == null) {
            throw new NullPointerException("name cannot be null");
        }
        Thread parent = currentThread();
        this.name = name;
        this.group = group == null ? parent.getThreadGroup() : group;
        this.priority = parent.getPriority();
        this.daemon = parent.isDaemon();
        this.target = target;
        this.stackSize = stackSize;
        this.blockerLock = new Object();
        this.tid = ++lastId;
    }

    @Alias
    private native void dispatchUncaughtException(Throwable uncaught);

    /** Does with an exception that the main method did not catch what the thread's or the default handler says; without one, prints it to standard error. */
    @Inject
    public static void reportUncaught(Throwable uncaught) {
        ((ThreadSubstitution) (Object) currentThread()).dispatchUncaughtException(uncaught);
    }

    @Replace(reason = "nothing to register")
    private static void registerNatives() {}

    @Replace(reason = "the only thread, made when it is first asked for")
    public static Thread currentThread() {
        if (main == null) {
            ThreadSubstitution made = new ThreadSubstitution("main", null, STATUS_RUNNABLE);
            main = (Thread) (Object) made;
            made.group = ThreadGroupSubstitution.makeMain();
        }
        return main;
    }

    @Replace(reason = "the platform's")
    public static void yield() {
        PlatformHolder.platform().yield();
    }

    @Replace(reason = "the platform's")
    public static void sleep(long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("sleep interrupted");
        }
        PlatformHolder.platform().sleep(millis * NANOS_PER_MILLI);
    }

    @Replace(reason = "programs have one thread so far")
    public void start() {
        throw new UnsupportedOperationException("thread " + name + " cannot be started: a program has one thread so far");
    }

    @Replace(reason = "only the main thread is alive")
    public boolean isAlive() {
        return threadStatus != 0;
    }

    @Replace(reason = "no blocking operation to wake up")
    public void interrupt() {
        interrupted = true;
    }

    @Replace(reason = "no operating system event to clear")
    private static void clearInterruptEvent() {}

    @Replace(reason = "the VM's monitors")
    public static boolean holdsLock(Object object) {
        if (object == null) {
            throw new NullPointerException();
        }
        return Monitors.holds(object);
    }

    @Replace(reason = "no scheduler looks at it")
    public void setPriority(int newPriority) {
        if (newPriority > Thread.MAX_PRIORITY || newPriority < Thread.MIN_PRIORITY) {
            throw new IllegalArgumentException();
        }
        priority = newPriority;
    }

    @Replace(reason = "no operating system thread to name")
    public void setName(String newName) {
        if (newName == null) {
            throw new NullPointerException("name cannot be null");
        }
        name = newName;
    }

    @ClosedWorldOnly
    @Replace(reason = "no class loaders in an image")
    public ClassLoader getContextClassLoader() {
        return null;
    }

    @Replace(reason = "no other thread's stack to look at")
    public StackTraceElement[] getStackTrace() {
        return (Object) this == currentThread() ? new Exception().getStackTrace() : new StackTraceElement[0];
    }

    @Replace(reason = "no security manager")
    public void checkAccess() {}

    @Delete(reason = "unsafe, and gone in later versions of Java")
    public native void stop();

    @Delete(reason = "unsafe, and gone in later versions of Java")
    public native void suspend();

    @Delete(reason = "unsafe, and gone in later versions of Java")
    public native void resume();

    @Delete(reason = "there are no other threads")
    public static native java.util.Map<Thread, StackTraceElement[]> getAllStackTraces();
}
