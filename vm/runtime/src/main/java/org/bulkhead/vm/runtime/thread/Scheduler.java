package org.bulkhead.vm.runtime.thread;

import org.bulkhead.vm.magic.NoStackProbe;

/**
 * Decides which thread runs: round robin, whatever the priorities. The running thread leaves when it waits, when it says so, and when its slice is over and it polls.
 *
 * <p>Only the running thread calls this. Nothing here allocates, but for {@link #add}.
 */
@NoStackProbe
public final class Scheduler {
    /** The deadline that never comes. */
    public static final long FOREVER = Long.MAX_VALUE;

    private final Machine machine;
    private final ThreadQueue ready = new ThreadQueue();
    private final Timers timers = new Timers();
    private final Outside outside;
    private final ThreadTable table = new ThreadTable();
    private VmThread running;
    /** The thread that has just started another. */
    private VmThread starter;
    /** The thread that waits in {@link #awaitEnd}, or null. */
    private VmThread ending;
    private int alive;
    private int daemons;
    /** {@link VmThread#owner} of the running thread. */
    public int owner;

    /** Makes a scheduler that runs {@code first}. */
    Scheduler(Machine machine, VmThread first) {
        this.machine = machine;
        outside = new Outside(this, machine);
        table.add(first);
        first.state = ThreadState.RUNNABLE;
        alive = 1;
        run(first);
    }

    private void run(VmThread thread) {
        running = thread;
        owner = thread.owner;
    }

    /** Returns the running thread. */
    public VmThread running() {
        return running;
    }

    /** Returns the thread with that number. */
    public VmThread thread(int number) {
        return table.get(number);
    }

    /** Returns one more than the highest number that a thread may have. */
    int numbers() {
        return table.end();
    }

    /** Returns how many threads live. */
    int alive() {
        return alive;
    }

    /** Gives a new thread a number and makes room for it everywhere. May collect; returns false if there are too many threads. */
    boolean add(VmThread thread) {
        if (!table.add(thread)) {
            return false;
        }
        timers.reserve(alive + 1);
        thread.state = ThreadState.RUNNABLE;
        alive++;
        daemons += thread.daemon ? 1 : 0;
        return true;
    }

    /** Notes that from now on {@code thread}, just added by the running one, is the one that runs. */
    void begins(VmThread thread) {
        starter = running;
        run(thread);
    }

    /** Goes on with the thread that has started the running one; returns when it is the running one's turn. */
    void begun() {
        ready.add(running);
        changeTo(starter);
    }

    /** Is called when the slice of the running thread is over: lets others run, if any can. */
    public void poll() {
        machine.newSlice();
        expire();
        if (!ready.isEmpty()) {
            yieldTurn();
        }
    }

    /** Lets the threads that can run do so before this one goes on. */
    public void yieldTurn() {
        expire();
        ready.add(running);
        changeTo(ready.removeFirst());
    }

    private void changeTo(VmThread next) {
        VmThread before = running;
        if (next != before) {
            run(next);
            machine.change(before, next);
        }
        machine.newSlice();
    }

    /**
     * Makes the running thread wait until another makes it {@link #ready}, or until the deadline, after which {@link VmThread#place} is told.
     *
     * @param state what it waits in
     * @param deadline a moment of the machine's clock, or {@link #FOREVER}
     * @return why it goes on
     */
    public Wakeup await(ThreadState state, long deadline) {
        VmThread thread = running;
        thread.state = state;
        thread.wakeup = Wakeup.NOTIFIED;
        if (deadline != FOREVER) {
            timers.add(thread, deadline);
        }
        changeTo(next());
        thread.place = null;
        thread.awaited = null;
        return thread.wakeup;
    }

    /**
     * Makes the running thread wait until something has come from outside the program, not necessarily for this thread, or until the deadline; others run meanwhile.
     *
     * @param deadline a moment of the machine's clock, or {@link #FOREVER}
     */
    public void awaitOutside(long deadline) {
        outside.add(running);
        await(ThreadState.OUTSIDE, deadline);
    }

    /** Returns whether there are threads that run while the running one waits. */
    public boolean othersLive() {
        return alive > 1;
    }

    /** Removes and returns the next thread that can run, when one can. */
    private VmThread next() {
        expire();
        while (ready.isEmpty()) {
            idle();
            expire();
        }
        return ready.removeFirst();
    }

    /** Waits until the nearest deadline, or until something has come for those who wait for that. */
    private void idle() {
        if (timers.isEmpty() && outside.isEmpty()) {
            machine.deadlocked();
        }
        long left = timers.isEmpty() ? FOREVER : timers.first().deadline - machine.nanoTime();
        if (left > 0 && outside.isEmpty()) {
            machine.idle(left);
        } else if (left > 0) {
            outside.await(left);
        }
    }

    /** Makes those ready who wait for what has come or for a moment that has passed. */
    private void expire() {
        if (!outside.isEmpty()) {
            outside.await(0);
        }
        if (timers.isEmpty()) {
            return;
        }
        long now = machine.nanoTime();
        while (!timers.isEmpty() && timers.first().deadline <= now) {
            giveUp(timers.first(), Wakeup.TIMEOUT);
        }
    }

    /** Ends a wait of {@code thread} for another reason than the one it waits for. */
    public void giveUp(VmThread thread, Wakeup why) {
        thread.wakeup = why;
        timers.remove(thread);
        if (thread.place == null) {
            ready(thread);
        } else {
            thread.place.giveUp(thread);
        }
    }

    /** Ends the wait of {@code thread}: it will run when its turn comes. */
    public void ready(VmThread thread) {
        timers.remove(thread);
        outside.remove(thread);
        thread.state = ThreadState.RUNNABLE;
        ready.add(thread);
    }

    /** Notes that {@code thread} waits in another state, no longer with a deadline. */
    public void nowWaitsIn(VmThread thread, ThreadState state) {
        timers.remove(thread);
        thread.state = state;
    }

    /** Returns the moment {@code nanos} nanoseconds from now, {@link #FOREVER} if that is beyond all clocks. */
    public long deadlineIn(long nanos) {
        long now = machine.nanoTime();
        return now > 0 && nanos >= FOREVER - now ? FOREVER : now + nanos;
    }

    /** Ends the running thread. Never returns. */
    void end() {
        VmThread thread = running;
        thread.state = ThreadState.TERMINATED;
        table.remove(thread);
        alive--;
        daemons -= thread.daemon ? 1 : 0;
        if (ending != null && othersAreDaemons()) {
            VmThread waiting = ending;
            ending = null;
            ready(waiting);
        }
        changeTo(next());
    }

    /** Returns whether all threads but one, which is no daemon, are daemons. */
    private boolean othersAreDaemons() {
        return alive - daemons == 1;
    }

    /** Makes the running thread, which is no daemon, wait until all others are daemons. */
    void awaitEnd() {
        if (!othersAreDaemons()) {
            ending = running;
            await(ThreadState.ENDING, FOREVER);
        }
    }
}
