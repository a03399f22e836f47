package org.bulkhead.nucleus.model;

/**
 * A place for one message. Its counters make sure that no token names two things.
 *
 * @param service rises whenever a service ends; with the place it is the server's token
 * @param ticket rises whenever a message leaves; with the place it is the sender's token of a submitted request
 * @param request the message, or null: free
 */
public record Slot(int service, int ticket, Request request) {
    /** A slot that was never used. */
    static final Slot UNUSED = new Slot(0, 0, null);

    /** Returns whether it can take a message. */
    public boolean isFree() {
        return request == null;
    }

    /** Returns whether its message is in that phase. */
    public boolean is(Phase phase) {
        return request != null && request.phase() == phase;
    }

    Slot with(Request changed) {
        return new Slot(service, ticket, changed);
    }

    /** Returns it with the tokens of the service that it was in void. */
    Slot voidToken() {
        return new Slot(service + 1, ticket, request);
    }

    /** Returns it free. */
    Slot free() {
        return new Slot(service, ticket + 1, null);
    }
}
