package org.bulkhead.nucleus.kernel;

/** What a thread is doing. */
public enum ThreadState {
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
