package org.bulkhead.nucleus.model;

/** Who serves the queue. */
public enum Server {
    /** An isolate that is doing something else than receive. */
    RUNS,
    /** An isolate that waits for a message. */
    RECEIVES,
    /** Nobody: the last one died, and a successor may come. */
    NONE,
    /** Nobody, and nothing is taken, until somebody comes: the queue has a tombstone. */
    OFFLINE,
    /** Nobody, and nobody will come: the service was given up. */
    CLOSED;

    /** Returns whether there is an isolate that serves. */
    public boolean isAlive() {
        return this == RUNS || this == RECEIVES;
    }

    /** Returns whether messages can be put into the queue. */
    public boolean isOnline() {
        return this != OFFLINE && this != CLOSED;
    }
}
