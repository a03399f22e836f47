package org.bulkhead.vm.runtime.thread;

/** Why a thread that waited goes on. */
public enum Wakeup {
    /** Another thread said so. */
    NOTIFIED,
    /** Its deadline passed. */
    TIMEOUT,
    /** It was interrupted. */
    INTERRUPTED
}
