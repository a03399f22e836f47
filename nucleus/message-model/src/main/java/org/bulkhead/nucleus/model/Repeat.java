package org.bulkhead.nucleus.model;

/** What becomes of a request when its server dies while it is in service. */
public enum Repeat {
    /** It may not be repeated: its sender learns that it had been begun. */
    NEVER,
    /** It is idempotent: it is queued again. */
    ONCE,
    /** It has been queued again once: a second death on it makes it poisoned. */
    USED_UP
}
