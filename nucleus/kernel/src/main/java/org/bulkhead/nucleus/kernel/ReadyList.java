package org.bulkhead.nucleus.kernel;

/** The ready threads of one priority, in the order in which they get the processor. */
final class ReadyList {
    KernelThread first;
    KernelThread last;

    void append(KernelThread thread) {
        thread.previous = last;
        thread.next = null;
        if (last == null) {
            first = thread;
        } else {
            last.next = thread;
        }
        last = thread;
    }

    void remove(KernelThread thread) {
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
    }
}
