package org.bulkhead.nucleus.kernel;

/** The right of a client to put messages into a queue: so many at once, under a badge that the server sees. Handles to it can be copied and moved; they share its credits. */
public final class Connection {
    /** Index in the pool. */
    public final int index;
    /** The queue, and the generation it had; if that has risen the service was given up. */
    public MessageQueue queue;
    public int queueGeneration, badge;
    /** Slots reserved. */
    public int credits;
    /** Slots in use. */
    public int used;
    /** Handles that name it, in tables and in messages on their way. */
    public int references;

    public Connection(int index) { this.index = index; }

    /** Returns whether it is in use. */
    public boolean isFree() { return references == 0 && used == 0; }

    /** Returns whether the queue is still the one that this was made for. */
    public boolean isOnline() { return queue.generation == queueGeneration; }
}
