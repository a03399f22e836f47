package org.bulkhead.nucleus.kernel;

/** What a handle names. */
public enum HandleKind {
    /** No handle. */
    NONE,
    /** An isolate; index 0 of every table is the isolate itself. */
    ISOLATE,
    /** A queue, held by its owner. */
    QUEUE,
    /** A queue, held by the isolate that serves it. */
    SERVED_QUEUE,
    /** The right to call or send into a queue, with credits. */
    CONNECTION,
    /** The right to set notification bits of an isolate; the mask is the datum. */
    NOTIFICATION,
    /** An interrupt line. */
    INTERRUPT,
    /** A range of I/O ports; the object is the range's index in the isolate. */
    PORTS
}
