package org.bulkhead.nucleus.kernel;

/** A point in time at which something happens to a thread (its wait ends), a submitted request (it ends) or an isolate (a notification). */
public final class Timer extends OrderedList.Link {
    /** The deadline that never comes. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The thread whose wait ends, or null. */
    public final KernelThread thread;
    /** The isolate that is notified, or null. */
    public final Isolate isolate;
    /** The request that ends, or null. */
    public final MessageSlot slot;
    /** Notification bit, 0 to 63. */
    public int bit;
    /** Nanoseconds between repetitions, 0 = once. */
    public long period;

    /** The timer list's; {@link #NEVER}: not set. The key of the link stays the last deadline that was set. */
    public long deadline = NEVER;

    Timer(KernelThread thread, Isolate isolate, MessageSlot slot) {
        this.thread = thread;
        this.isolate = isolate;
        this.slot = slot;
    }
}
