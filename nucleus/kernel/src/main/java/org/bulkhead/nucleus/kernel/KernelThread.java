package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.vm.magic.*;

/** A thread of an isolate. Fields are open to the kernel; who may change one is said beside it. */
public final class KernelThread extends OrderedList.Link {
    /** What a thread is doing. */
    public enum State {
        /** Does not exist, or has not been started. */
        STOPPED,
        /** Runs, or waits for the processor. */
        READY,
        /** Could run, but its isolate's processor budget of this period is used up. */
        THROTTLED,
        /** Waits for the reply to a call. */
        CALLING,
        /** Waits for a message or a notification. */
        RECEIVING
    }

    /** Priorities, 0 (lowest) to 7. */
    public static final int PRIORITIES = 8;

    /** The isolate that it belongs to, for ever. */
    public final Isolate isolate;
    /** Ends a wait while RECEIVING. */
    public final Timer timer;
    /** Where the nucleus sees its {@link ThreadContext}, in a page of its own, with the record that the isolate was made from; 0 while the thread does not exist. */
    public long context;

    // The scheduler's.
    public State state = State.STOPPED;
    public int basePriority;
    /** The base priority, or that of a caller whom it serves, whichever is higher. */
    public int priority;
    /** Others of its priority get their turn when the isolate has used so much in all. */
    public long sliceEnd;

    // While CALLING or RECEIVING.
    /** Where the nucleus sees the message, in a page that only the thread itself could give back. */
    public long message;
    /** CALLING: the request. */
    public MessageSlot slot;
    /** RECEIVING: whether a message in any queue that the isolate serves ends the wait. */
    public boolean anyQueue;
    /** RECEIVING: else the one queue, or null: messages stay queued. */
    public MessageQueue queue;

    KernelThread(Isolate isolate) {
        this.isolate = isolate;
        timer = new Timer(this, null, null);
    }

    /** RECEIVING: returns whether a message in a queue that the isolate serves ends the wait. */
    boolean accepts(MessageQueue served) {
        return anyQueue || queue == served;
    }

    /** Sets what the pending system call returns. */
    public void setResult(long result) {
        Address.fromLong(context).storeLong(result, ThreadContext.RAX);
    }

    /** Returns a saved register. */
    public long register(int offset) {
        return Address.fromLong(context).loadLong(offset);
    }

    /** Changes a saved register. */
    public void setRegister(int offset, long value) {
        Address.fromLong(context).storeLong(value, offset);
    }
}
