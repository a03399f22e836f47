package org.bulkhead.vm.runtime.substitute;

import java.security.AccessControlContext;
import org.bulkhead.vm.runtime.exceptions.Backtrace;
import org.bulkhead.vm.runtime.monitor.Monitors;
import org.bulkhead.vm.runtime.monitor.Parking;
import org.bulkhead.vm.runtime.thread.ThreadState;
import org.bulkhead.vm.runtime.thread.Threads;
import org.bulkhead.vm.runtime.thread.VmThread;

/** Threads are the VM's ({@link VmThread}); what the class library makes of them is its own. */
@Substitutes("java.lang.Thread")
public final class ThreadSubstitution {
    /** The thread status of JVMTI for a thread that is alive and runnable. The VM keeps finer states itself. */
    private static final int STATUS_ALIVE = 5;
    /** The thread status of JVMTI for one that is over. */
    private static final int STATUS_TERMINATED = 2;

    @Alias private static int threadInitNumber;
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
    @Alias ThreadLocalMapSubstitution threadLocals;
    @Alias ThreadLocalMapSubstitution inheritableThreadLocals;
    @Inject private VmThread vmThread;

    /** Names the type of the maps of thread locals. */
    @Substitutes("java.lang.ThreadLocal$ThreadLocalMap")
    static final class ThreadLocalMapSubstitution {
        private ThreadLocalMapSubstitution() {}
    }

    /** Names a method of ThreadLocal. */
    @Substitutes("java.lang.ThreadLocal")
    static final class ThreadLocalSubstitution {
        private ThreadLocalSubstitution() {}

        @Alias
        static native ThreadLocalMapSubstitution createInheritedMap(ThreadLocalMapSubstitution parent);
    }

    /** Makes the object of a thread that runs already. */
    @Inject
    private ThreadSubstitution(String name, VmThread vmThread) {
        this.name = name;
        this.priority = Thread.NORM_PRIORITY;
        this.blockerLock = new Object();
        this.tid = ++lastId;
        this.threadStatus = STATUS_ALIVE;
        this.vmThread = vmThread;
    }

    @Replace(reason = "no security manager or access control context")
    private ThreadSubstitution(ThreadGroup group, Runnable target, String name, long stackSize, AccessControlContext context, boolean inheritThreadLocals) {
        if (name == null) {
            throw new NullPointerException("name cannot be null");
        }
        Thread parent = currentThread();
        ThreadGroup mine = group == null ? parent.getThreadGroup() : group;
        ThreadGroupSubstitution.addUnstarted(mine);
        this.name = name;
        this.group = mine;
        this.priority = Math.min(parent.getPriority(), mine.getMaxPriority());
        this.daemon = parent.isDaemon();
        this.target = target;
        this.stackSize = stackSize;
        this.blockerLock = new Object();
        this.tid = ++lastId;
        ThreadLocalMapSubstitution inherited = ((ThreadSubstitution) (Object) parent).inheritableThreadLocals;
        if (inheritThreadLocals && inherited != null) {
            inheritableThreadLocals = ThreadLocalSubstitution.createInheritedMap(inherited);
        }
    }

    @Alias
    private native void dispatchUncaughtException(Throwable uncaught);

    @Alias
    private native void exit();

    @Alias
    public native boolean isInterrupted();

    /** Returns what the VM knows of a thread; null if it has never been started. */
    @Inject
    public static VmThread vmThread(Thread thread) {
        return ((ThreadSubstitution) (Object) thread).vmThread;
    }

    /** Does with an exception that the current thread's code did not catch what the thread's or the default handler says; without one, prints it to standard error. */
    @Inject
    public static void reportUncaught(Throwable uncaught) {
        Thread thread = currentThread();
        try {
            ((ThreadSubstitution) (Object) thread).dispatchUncaughtException(uncaught);
        } catch (Throwable another) {
            System.err.println("\nException: " + another.getClass().getName() + " thrown from the UncaughtExceptionHandler in thread \"" + thread.getName() + "\"");
        }
    }

    /** Makes a thread that has run to its end over for all who look at it, and tells those who wait for that. */
    @Inject
    public static void over(Thread thread) {
        ThreadSubstitution ended = (ThreadSubstitution) (Object) thread;
        ended.exit();
        synchronized (thread) {
            ended.threadStatus = STATUS_TERMINATED;
            thread.notifyAll();
        }
    }

    /** Ends the first thread for all who look at it, though it still has to wait for others; it shows as another thread from now on. */
    @Inject
    public static void endMain() {
        VmThread first = Threads.scheduler().running();
        if (first.thread != null) {
            over(first.thread);
            first.thread = madeFor(first, "DestroyJavaVM");
        }
    }

    @Replace(reason = "nothing to register")
    private static void registerNatives() {}

    @Replace(reason = "the scheduler knows; the object of the first thread is made when it is first asked for")
    public static Thread currentThread() {
        VmThread running = Threads.scheduler().running();
        if (running.thread == null) {
            running.thread = madeFor(running, "main");
        }
        return running.thread;
    }

    @Inject
    private static Thread madeFor(VmThread running, String name) {
        ThreadSubstitution made = new ThreadSubstitution(name, running);
        Thread thread = (Thread) (Object) made;
        // The group's constructor asks who runs.
        running.thread = thread;
        made.group = ThreadGroupSubstitution.main();
        ThreadGroupSubstitution.add(made.group, thread);
        return thread;
    }

    @Replace(reason = "the VM's scheduler")
    public static void yield() {
        Threads.scheduler().yieldTurn();
    }

    @Replace(reason = "the VM's scheduler")
    public static void onSpinWait() {
        Threads.scheduler().yieldTurn();
    }

    @Replace(reason = "the VM's scheduler")
    public static void sleep(long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        if (Thread.interrupted() || Parking.sleep(Monitors.nanos(millis))) {
            Thread.interrupted();
            throw new InterruptedException("sleep interrupted");
        }
    }

    @Replace(reason = "the VM's threads")
    private void start0() {
        VmThread made = new VmThread((Thread) (Object) this);
        made.daemon = daemon;
        vmThread = made;
        threadStatus = STATUS_ALIVE;
        try {
            Threads.start(made);
        } catch (OutOfMemoryError e) {
            threadStatus = 0;
            throw e;
        }
    }

    @Replace(reason = "a field says so")
    public boolean isAlive() {
        return threadStatus == STATUS_ALIVE;
    }

    @Replace(reason = "the VM knows more than the field")
    public Thread.State getState() {
        if (threadStatus != STATUS_ALIVE) {
            return threadStatus == 0 ? Thread.State.NEW : Thread.State.TERMINATED;
        }
        ThreadState state = vmThread.state;
        if (state == ThreadState.RUNNABLE || state == ThreadState.OUTSIDE) {
            return Thread.State.RUNNABLE;
        }
        if (state == ThreadState.BLOCKED) {
            return Thread.State.BLOCKED;
        }
        return vmThread.isTimed() ? Thread.State.TIMED_WAITING : Thread.State.WAITING;
    }

    @Replace(reason = "the VM's scheduler")
    private void interrupt0() {
        if (vmThread != null) {
            Parking.interrupt(vmThread);
        }
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

    @Replace(reason = "the scheduler does not look at it")
    private void setPriority0(int newPriority) {}

    @Replace(reason = "no operating system thread to name")
    private void setNativeName(String newName) {}

    @Replace(reason = "the VM's stacks")
    public StackTraceElement[] getStackTrace() {
        if ((Object) this == currentThread()) {
            return new Exception().getStackTrace();
        }
        if (threadStatus != STATUS_ALIVE) {
            return new StackTraceElement[0];
        }
        Exception trace = new Exception();
        ThrowableSubstitution.places(trace, Backtrace.captureSaved(vmThread));
        return trace.getStackTrace();
    }

    @Replace(reason = "no security manager")
    public void checkAccess() {}

    @Delete(reason = "unsafe, and gone in later versions of Java")
    public native void stop();

    @Delete(reason = "unsafe, and gone in later versions of Java")
    public native void suspend();

    @Delete(reason = "unsafe, and gone in later versions of Java")
    public native void resume();

    @Replace(reason = "the VM's table of threads")
    private static Thread[] getThreads() {
        return Threads.all();
    }

    @Replace(reason = "the VM's stacks")
    private static StackTraceElement[][] dumpThreads(Thread[] threads) {
        StackTraceElement[][] traces = new StackTraceElement[threads.length][];
        for (int i = 0; i < threads.length; i++) {
            traces[i] = threads[i].getStackTrace();
        }
        return traces;
    }
}
