package org.bulkhead.servers.datastore;

import java.util.Comparator;
import java.util.List;

/**
 * All that is kept, as a predecessor has left it.
 *
 * @param names the published names
 * @param subscriptions who is to be told
 * @param states the private states
 */
record Contents(Names names, Subscriptions subscriptions, States states) {
    /** Finds what is in a store, and ends what a predecessor has begun. */
    Contents(EntryStore store, Owners owners) {
        this(store, owners, new Subscriptions(store));
    }

    private Contents(EntryStore store, Owners owners, Subscriptions subscriptions) {
        this(new Names(store, subscriptions), subscriptions, new States(store, owners));
        List<Entry> found = store.recover();
        found.sort(Comparator.comparingLong(Entry::sequence));
        for (Entry each : found) {
            switch (each.kind()) {
                case NAME -> names.recover(each);
                case STATE -> states.recover(each);
                case SUBSCRIPTION -> subscriptions.recover(each);
                case CHANGE -> { }
            }
        }
        for (Entry each : found) {
            if (each.kind() == EntryKind.CHANGE) {
                subscriptions.recoverChange(each);
            }
        }
        names.resume();
    }

    /** Drops all that belongs to a component; subscribers to its names are told. */
    void drop(int owner) {
        states.forget(owner);
        subscriptions.drop(owner);
        names.drop(owner);
    }
}
