package org.bulkhead.nucleus.model;

/** What others than the one who acts notice of a step. */
public sealed interface Effect {
    /** A client's call has ended, and it continues with the outcome. */
    record Woken(int client, Outcome outcome) implements Effect {
    }

    /** A client is notified that a request that it had submitted has ended. */
    record Notified(int client, Token ticket) implements Effect {
    }

    /** A client that waited for a credit is notified of one. */
    record CreditReturned(int client) implements Effect {
    }

    /** The server gets a message; the token is null if no reply is wanted. */
    record Delivered(int slot, Request request, Token token) implements Effect {
    }

    /** The server's receive ends without a message. */
    record ServerWoken(Outcome outcome) implements Effect {
    }
}
