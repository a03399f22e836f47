package org.bulkhead.nucleus.abi;

/** What the nucleus's trace tells of the life of messages. */
public enum TraceEvent {
    /** An isolate put a message into a queue; value: operation. */
    QUEUED,
    /** A server took it; value: operation. */
    BEGUN,
    /** It is over, its slot free (of a submitted request: its result waits); value: 0 for a reply or a message that wanted none, else {@link ErrorCode#result} of its ending, CANCELLED also when the sender died. Isolate: the sender. */
    ENDED,
    /** Its server died, and it waits for the successor; isolate: the dead one. */
    REQUEUED,
    /** An isolate died; value: {@link DeathReason} ordinal. */
    DIED
}
