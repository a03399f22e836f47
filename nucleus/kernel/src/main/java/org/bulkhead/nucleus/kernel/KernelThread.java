package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.kernel.hardware.ThreadContext;
import org.bulkhead.vm.magic.Address;

/** A thread of an isolate. Fields are open to the packages of the kernel; who may change one is said beside it. */
public final class KernelThread {
    /** Priorities, 0 (lowest) to 7. */
    public static final int PRIORITIES = 8;

    /** The isolate that it belongs to, for ever. */
    public final Isolate isolate;
    /** Ends a wait. */
    public final Timer timer;
    /** Where the nucleus sees its {@link ThreadContext}; 0 while the thread does not exist. */
    public long context;

    // The scheduler's.
    public ThreadState state = ThreadState.STOPPED;
    public int basePriority;
    /** The base priority, or that of a caller whom it serves, whichever is higher. */
    public int priority;
    public int sliceTicks;
    public KernelThread next, previous;

    // While CALLING or RECEIVING.
    /** Address of the message in the isolate; all of it was writable when the wait began. */
    public long message;
    /** CALLING: the request. */
    public MessageSlot slot;
    /** RECEIVING: what may end the wait. */
    public ReceiveScope scope = ReceiveScope.ALL;
    /** RECEIVING with scope ONE: the queue. */
    public MessageQueue queue;

    public KernelThread(Isolate isolate) {
        this.isolate = isolate;
        this.timer = new Timer(this, isolate);
    }

    /** Sets what the pending system call returns. */
    public void setResult(long result) { Address.fromLong(context).storeLong(result, ThreadContext.RAX); }

    /** Returns a saved register. */
    public long register(int offset) { return Address.fromLong(context).loadLong(offset); }

    /** Changes a saved register. */
    public void setRegister(int offset, long value) { Address.fromLong(context).storeLong(value, offset); }
}
