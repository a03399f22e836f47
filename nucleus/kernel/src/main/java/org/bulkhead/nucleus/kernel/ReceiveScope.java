package org.bulkhead.nucleus.kernel;

/** What a receiving thread waits for, besides notifications. */
public enum ReceiveScope {
    /** A message in any queue that the isolate serves. */
    ALL,
    /** A message in one queue. */
    ONE,
    /** Nothing: messages stay queued. */
    NOTIFICATIONS
}
