package org.bulkhead.nucleus.model;

/** How a message was sent. */
public enum Kind {
    /** Its sender waits for the reply. */
    CALL,
    /** Its sender goes on, is notified when the request has ended, and collects the result. */
    SUBMIT,
    /** It wants no reply: it is over when it arrives. */
    SEND
}
