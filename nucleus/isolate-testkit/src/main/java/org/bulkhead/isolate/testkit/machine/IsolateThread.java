package org.bulkhead.isolate.testkit.machine;

import java.util.concurrent.Semaphore;
import org.bulkhead.isolate.PortAccess;
import org.bulkhead.isolate.call.IsolateState;
import org.bulkhead.vm.magic.Address;

/** The HotSpot thread that stands for the thread of an isolate. It runs only while it has its turn, which the simulated machine gives to one at a time. */
final class IsolateThread implements PortAccess {
    private static final ThreadLocal<IsolateThread> CURRENT = new ThreadLocal<>();

    final IsolateMemory memory;
    final IsolateState state = new IsolateState();
    private final SimulatedMachine machine;
    private final Semaphore turn = new Semaphore(0);
    private Thread thread;
    private volatile boolean ended;
    /** What the isolate's code did not catch, once that is so. */
    Throwable uncaught;
    /** Index of the isolate, or -1 as long as it does not exist. */
    int index = -1;
    int generation;

    IsolateThread(SimulatedMachine machine) {
        this.machine = machine;
        memory = new IsolateMemory(machine);
    }

    /** Returns the isolate that the calling thread stands for. Throws IllegalStateException if that is none. */
    static IsolateThread current() {
        IsolateThread current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("the thread " + Thread.currentThread().getName() + " is no isolate: use the testkit's clients on the thread of the test method");
        }
        return current;
    }

    /** Makes the calling thread the isolate's. */
    void adopt() {
        thread = Thread.currentThread();
        CURRENT.set(this);
    }

    /** The calling thread is no isolate's any more. */
    static void leave() {
        CURRENT.remove();
    }

    /** Lets it go on, which the caller then must not do any more. */
    void give(String name, Runnable body) {
        if (thread == null) {
            thread = new Thread(() -> live(body), name);
            thread.setDaemon(true);
            thread.start();
        }
        turn.release();
    }

    private void live(Runnable body) {
        CURRENT.set(this);
        try {
            await();
            body.run();
        } catch (IsolateEnded e) {
            // Its isolate is gone, and this was its last act.
            return;
        }
    }

    /** Waits for its turn. */
    void await() {
        try {
            turn.acquire();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while an isolate had its turn" + machine.turns().whoRuns(), e);
        }
        check();
    }

    /** Throws if its isolate has ended. */
    void check() {
        if (ended) {
            throw new IsolateEnded();
        }
    }

    /** Its isolate has ended: the thread unwinds as soon as it is given a turn. */
    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Ends it, if it ever began. */
    void dismiss() {
        ended = true;
        turn.release();
    }

    /** Returns what the thread is doing on HotSpot. */
    StackTraceElement[] stack() {
        return thread == null ? new StackTraceElement[0] : thread.getStackTrace();
    }

    long systemCall(SystemCallRequest call) {
        return machine.systemCall(this, call);
    }

    @Override
    public int inByte(int port) {
        return machine.touchPort(this, port, device -> device.inByte(port));
    }

    @Override
    public void outByte(int port, int value) {
        machine.touchPort(this, port, device -> {
            device.outByte(port, value);
            return 0;
        });
    }

    @Override
    public int inInt(int port) {
        return machine.touchPort(this, port, device -> device.inInt(port));
    }

    @Override
    public void outInt(int port, int value) {
        machine.touchPort(this, port, device -> {
            device.outInt(port, value);
            return 0;
        });
    }

    @Override
    public void inShorts(int port, Address to, int count) {
        machine.touchPort(this, port, device -> {
            device.inShorts(port, to, count);
            return 0;
        });
    }

    @Override
    public void outShorts(int port, Address from, int count) {
        machine.touchPort(this, port, device -> {
            device.outShorts(port, from, count);
            return 0;
        });
    }
}
