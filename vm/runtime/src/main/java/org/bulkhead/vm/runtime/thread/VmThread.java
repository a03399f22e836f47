package org.bulkhead.vm.runtime.thread;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.layout.StatusWord;

/** What the VM knows of a thread. The fields belong to those who use them: scheduler, monitors, parking. */
@NoStackProbe
public final class VmThread {
    /** Its Java object; null for the first thread until somebody asks. */
    public Thread thread;
    /** What it is doing. */
    public ThreadState state = ThreadState.NEW;
    /** Whether the program may end while it lives. */
    public boolean daemon;
    /** The bits of a status word that say this thread is in an object's monitor. */
    public int owner;
    /** Why it last went on. */
    public Wakeup wakeup = Wakeup.NOTIFIED;
    /** Who must be told if its wait ends by deadline or interruption; null if it just goes on. */
    public WaitPlace place;
    /** What it waits for, for reports: the object of a monitor, the mirror of a class; null if there is nothing to say. */
    public Object awaited;
    /** How often it is to be in the monitor that it waits for beyond the first time, once it gets it. */
    public int entries;
    /** The permit of {@code LockSupport}. */
    public boolean permit;

    /** Neighbours in the queue that it is in. */
    VmThread next;
    VmThread previous;
    ThreadQueue queue;
    /** When its wait ends by itself, and its place among the timers, or {@link Timers#NONE}. */
    long deadline;
    long timerNumber;
    int timerPlace = Timers.NONE;
    /** Where its stack is put while it does not run (see {@link SavedStacks}); 0 if it has not started, or is over. */
    Address saved = Address.zero();

    /** Makes a thread that has not started. */
    public VmThread(Thread thread) {
        this.thread = thread;
    }

    /** Sets its number, 1 or more. */
    void number(int number) {
        owner = number << StatusWord.OWNER_SHIFT;
    }

    /** Returns its number; 0 if it has none. */
    public int number() {
        return owner >>> StatusWord.OWNER_SHIFT;
    }

    /** Returns the block of {@link SavedStacks} in which its stack is while it does not run; 0 if it never had to be put away. */
    public Address savedStack() {
        return saved;
    }

    /** Returns whether its wait ends by itself. */
    public boolean isTimed() {
        return timerPlace != Timers.NONE;
    }
}
