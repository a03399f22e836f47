package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.NoCreditException;
import org.bulkhead.isolate.call.OfflineException;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.message.MessageQueue;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.DataStoreClient;
import org.bulkhead.isolate.supervision.IsolateMaker;

/**
 * Tells the datastore of births and deaths, if the image has one: each component's state and incarnation when they have changed, and which components were removed. It sends and never waits: what there is no credit for stays untold
 * until there is one. A datastore that is started anew is told everything, and so is the datastore of a supervisor that is.
 */
final class Herald {
    /** Notification bit of a credit that has come back. */
    static final int CREDIT_BIT = 62;

    private static final int ITSELF = 0;

    private final Roster roster;
    private MessageQueue queue;
    private DataStore store;

    Herald(Roster roster) {
        this.roster = roster;
    }

    /** Goes on with the connection that the supervisor before had made. */
    void resume(int connection) {
        queue = new MessageQueue(connection, DataStore.SERVICE);
        store = new DataStoreClient(queue);
    }

    /** Tells what the datastore does not know yet. */
    void tell() {
        Component server = roster.named(DataStore.SERVICE);
        if (server == null || server.queue == Component.NONE) {
            return;
        }
        if (store == null) {
            resume(IsolateMaker.grantUse(ITSELF, roster.supervisor().number(), server.queue, DataStore.SERVICE));
        }
        try {
            for (int i = 0; i < roster.size(); i++) {
                Component each = roster.get(i);
                if (!each.isTold()) {
                    if (!send(() -> store.componentChanged(each.name(), each.state, each.incarnation))) {
                        return;
                    }
                    each.isToldNow();
                }
            }
            for (int i = 0; i < Manifest.PROGRAM_LIMIT; i++) {
                Departure each = roster.departure(i);
                if (each != null && !each.told) {
                    String name = roster.named(each.name) == null ? each.name : "";
                    if (!send(() -> store.componentRemoved(name, each.badge))) {
                        return;
                    }
                    each.told = true;
                }
            }
        } catch (OfflineException e) {
            // It is down; when it comes back it will be told everything.
        }
    }

    /** Sends a message; returns whether there was a credit. */
    private boolean send(Runnable message) {
        do {
            try {
                message.run();
                return true;
            } catch (NoCreditException e) {
                // Unless one has come back meanwhile, its return will be notified.
            }
        } while (queue.awaitCredit(CREDIT_BIT));
        return false;
    }
}
