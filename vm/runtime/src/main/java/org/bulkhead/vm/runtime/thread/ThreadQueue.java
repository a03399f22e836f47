package org.bulkhead.vm.runtime.thread;

import org.bulkhead.vm.magic.NoStackProbe;

/** Threads in the order of their coming; a thread is in one queue at most. Allocates nothing. */
@NoStackProbe
public final class ThreadQueue {
    private VmThread first;
    private VmThread last;

    /** Returns the thread that has been here longest, or null. */
    public VmThread first() {
        return first;
    }

    /** Returns the one behind {@code thread}, which is in this queue, or null. */
    public VmThread after(VmThread thread) {
        return thread.next;
    }

    /** Returns whether nobody is here. */
    public boolean isEmpty() {
        return first == null;
    }

    /**
     * Adds a thread at the end.
     *
     * @throws IllegalStateException if it is in a queue
     */
    public void add(VmThread thread) {
        if (thread.queue != null) {
            throw new IllegalStateException("thread " + thread.number() + " is in a queue already");
        }
        thread.queue = this;
        thread.previous = last;
        if (last == null) {
            first = thread;
        } else {
            last.next = thread;
        }
        last = thread;
    }

    /** Removes the thread that has been here longest and returns it, or null if nobody is here. */
    public VmThread removeFirst() {
        VmThread thread = first;
        if (thread != null) {
            remove(thread);
        }
        return thread;
    }

    /**
     * Removes a thread.
     *
     * @throws IllegalStateException if it is not here
     */
    public void remove(VmThread thread) {
        if (thread.queue != this) {
            throw new IllegalStateException("thread " + thread.number() + " is not in this queue");
        }
        if (thread.previous == null) {
            first = thread.next;
        } else {
            thread.previous.next = thread.next;
        }
        if (thread.next == null) {
            last = thread.previous;
        } else {
            thread.next.previous = thread.previous;
        }
        thread.next = null;
        thread.previous = null;
        thread.queue = null;
    }
}
