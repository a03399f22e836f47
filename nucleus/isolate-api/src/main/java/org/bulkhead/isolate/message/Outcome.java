package org.bulkhead.isolate.message;

/** What a {@link Dispatcher} did with a request. */
public enum Outcome {
    /** The message now holds the reply. */
    REPLY,
    /** The server kept the token and will reply by {@link MessageQueue#reply}. */
    LATER,
    /** The operation is not one of the protocol. */
    REFUSE
}
