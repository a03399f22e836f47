package org.bulkhead.nucleus.abi;

/** Bits of the rights of a handle. Rights only ever shrink. */
public final class Rights {
    public static final int CALL = 1;
    public static final int SEND = 2;
    /** Receive from a queue and reply to its callers. */
    public static final int SERVE = 4;
    public static final int NOTIFY = 8;
    /** Make copies of the handle, and pass copies on. */
    public static final int COPY = 16;
    /** Create, grant, start, kill and inspect isolates, and stop the machine. */
    public static final int SUPERVISE = 32;

    private Rights() {}
}
