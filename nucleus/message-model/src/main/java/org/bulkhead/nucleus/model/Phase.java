package org.bulkhead.nucleus.model;

/** Where a message is in its life; a slot without one is free. */
public enum Phase {
    /** It waits for a server. */
    QUEUED,
    /** A server has it, under a token. */
    IN_SERVICE,
    /** It was submitted and is over; its result waits to be collected, and it keeps its slot until then. */
    ENDED
}
