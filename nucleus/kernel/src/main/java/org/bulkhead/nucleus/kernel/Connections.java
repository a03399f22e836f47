package org.bulkhead.nucleus.kernel;

/** Credits: promising slots of a queue to a client, and taking the promise back when nothing refers to it any more. */
public record Connections(Pools pools) {
    /** Returns a connection with one reference, or null if the queue has not so many slots left or the pool is empty. */
    public Connection open(MessageQueue queue, int credits, int badge) {
        Connection connection = pools.freeConnection();
        if (connection == null || credits > queue.capacity - queue.reserved) return null;
        queue.reserved += credits;
        connection.queue = queue;
        connection.queueGeneration = queue.generation;
        connection.credits = credits;
        connection.badge = badge;
        connection.references = 1;
        return connection;
    }

    /** Drops one reference. */
    void release(Connection connection) {
        connection.references--;
        closeIfUnused(connection);
    }

    /** Gives back the credit of a message that is done. */
    void giveBackCredit(Connection connection) {
        connection.used--;
        closeIfUnused(connection);
    }

    private static void closeIfUnused(Connection connection) {
        if (connection.isFree()) {
            if (connection.isOnline()) connection.queue.reserved -= connection.credits;
            connection.credits = 0;
        }
    }

    /** Closes the handles in a message that will not arrive. */
    void closeCargo(HandleTable cargo) {
        for (int i = 0; cargo.used() > 0 && i < cargo.size(); i++) {
            if (cargo.kind(i) == HandleKind.CONNECTION) release(pools.connections[cargo.object(i)]);
            if (cargo.kind(i) != HandleKind.NONE) cargo.remove(i);
        }
    }
}
