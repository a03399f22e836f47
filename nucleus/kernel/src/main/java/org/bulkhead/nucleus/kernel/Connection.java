package org.bulkhead.nucleus.kernel;

/** The right of a client to put messages into a queue: so many at once, under a badge that the server sees. Handles to it can be copied and moved; they share its credits. */
public final class Connection extends KernelObject {
    /** The queue, and the generation it had; if that has risen the service was given up. */
    public MessageQueue queue;
    private int queueGeneration;
    public int badge;
    /** Slots reserved. */
    public int credits;
    /** Slots in use. */
    public int used;
    /** Isolates that want to know when a credit comes back, a bit for each by its index; {@link Handle#creditBit} says how. */
    int awaiting;

    Connection(int index) {
        super(index);
    }

    /** Begins; the queue must have so many slots that are not promised. */
    void open(MessageQueue to, int reserved, int label) {
        to.reserved += reserved;
        queue = to;
        queueGeneration = to.generation;
        credits = reserved;
        badge = label;
        awaiting = 0;
    }

    /** Nothing refers to it. */
    @Override
    boolean isFree() {
        return references == 0 && used == 0;
    }

    /** Returns whether the queue is still the one that this was made for. */
    boolean hasQueue() {
        return queue.generation == queueGeneration;
    }

    /** Returns whether messages can be put into the queue: it is there, and has no tombstone. */
    public boolean isOnline() {
        return hasQueue() && !queue.offline;
    }

    /** Takes back the credit of a message that is done. */
    void takeBackCredit() {
        used--;
        endIfUnused();
    }

    @Override
    void endIfUnused() {
        if (references == 0 && used == 0 && hasQueue()) {
            queue.reserved -= credits;
        }
    }
}
