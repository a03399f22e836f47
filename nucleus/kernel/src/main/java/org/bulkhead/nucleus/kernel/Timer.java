package org.bulkhead.nucleus.kernel;

/** A point in time at which something happens to a thread that receives (its wait ends), a request (it ends) or an isolate (a notification). */
public final class Timer extends OrderedList.Link {
    /** The deadline that never comes. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The thread that has received in vain, or null. */
    public final KernelThread thread;
    /** The isolate that is notified, or null. */
    public final Isolate isolate;
    /** The request that ends, or null. */
    public final MessageSlot slot;
    /** Notification bit, 0 to 63. */
    public int bit;
    /** Nanoseconds between repetitions, 0 = once. */
    public long period;

    Timer(KernelThread thread, Isolate isolate, MessageSlot slot) {
        this.thread = thread;
        this.isolate = isolate;
        this.slot = slot;
    }
}
