package org.bulkhead.nucleus.abi;

/** Bits of the rights of a handle. Rights only ever shrink. */
public final class Rights {
    /** Call a queue, and wait for the reply. */
    public static final int CALL = 1;
    /** Send messages that want no reply to a queue. */
    public static final int SEND = 2;
    /** Receive from a queue and reply to its callers. */
    public static final int SERVE = 4;
    /** Set notification bits of an isolate. */
    public static final int NOTIFY = 8;
    /** Make copies of the handle, and pass copies on. */
    public static final int COPY = 16;
    /** Create, grant, start, kill and inspect isolates, and stop the machine. */
    public static final int SUPERVISE = 32;
    /** Make modules. */
    public static final int LOAD = 64;

    private Rights() {}
}
