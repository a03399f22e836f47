package org.bulkhead.servers.datastore;

import java.util.Arrays;
import java.util.TreeMap;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.protocol.ChangeKind;
import org.bulkhead.isolate.protocol.DataStoreException;
import org.bulkhead.isolate.protocol.ValueType;

/** The published names. A change is told to subscribers before it counts as done: a successor tells those who have not been told. */
final class Names {
    /** Most names in all. */
    static final int LIMIT = 128;
    /** Most names of one component. */
    static final int OWNER_LIMIT = 48;

    private final EntryStore store;
    private final Subscriptions subscriptions;
    private final TreeMap<String, Entry> entries = new TreeMap<>();

    Names(EntryStore store, Subscriptions subscriptions) {
        this.store = store;
        this.subscriptions = subscriptions;
    }

    /** Takes over an entry that a predecessor has left. */
    void recover(Entry entry) {
        Entry other = entries.get(entry.name());
        if (other != null) {
            // The predecessor died between the two.
            store.erase(other.sequence() < entry.sequence() ? other : entry);
        }
        if (other == null || other.sequence() < entry.sequence()) {
            entries.put(entry.name(), entry);
        }
    }

    /** Ends what a predecessor has begun, once all entries have been taken over. */
    void resume() {
        for (Entry each : entries.values().toArray(new Entry[0])) {
            byte[] value = value(each);
            if (value == null) {
                continue;
            }
            switch (store.mark(each)) {
                case TELLING -> {
                    subscriptions.tell(each, each.sequence(), each.change(), value);
                    store.mark(each, EntryMark.VALID);
                }
                case GOING -> leave(each);
                case VALID, FREE -> { }
            }
        }
    }

    /** Returns the value behind a name; if it is damaged the name goes, with a line in the log. */
    byte[] value(Entry entry) {
        byte[] value = store.data(entry);
        if (value == null) {
            Log.line("datastore: the value of " + entry.name() + " is damaged: the name was dropped");
            store.erase(entry);
            entries.remove(entry.name());
        }
        return value;
    }

    /** Returns how many there are. */
    int size() {
        return entries.size();
    }

    /** Returns the entry of a name, or null. */
    Entry get(String name) {
        return entries.get(name);
    }

    /** Returns number {@code index} of the names that match, or null. */
    Entry get(NamePattern pattern, int index) {
        int left = index;
        for (Entry each : entries.values()) {
            if (pattern.matches(each.name()) && left-- == 0) {
                return each;
            }
        }
        return null;
    }

    /** Gives a name a value. */
    void publish(int owner, String name, ValueType type, byte[] value) throws DataStoreException {
        Entry before = entries.get(name);
        if (before == null) {
            requireRoom(owner, name);
        } else {
            requireOwner(before, owner);
            if (before.type() == type && Arrays.equals(store.data(before), value)) {
                return;
            }
        }
        int tag = Entry.tag(before == null ? ChangeKind.PUBLISHED : ChangeKind.CHANGED, type);
        Entry entry = store.write(EntryMark.TELLING, Entry.wanted(EntryKind.NAME, owner, store.nextSequence(), tag, name, value.length), value);
        if (before != null) {
            store.erase(before);
        }
        entries.put(name, entry);
        subscriptions.tell(entry, entry.sequence(), entry.change(), value);
        store.mark(entry, EntryMark.VALID);
    }

    private void requireRoom(int owner, String name) throws DataStoreException {
        if (entries.size() == LIMIT) {
            throw new DataStoreException("no room for " + name + ": " + LIMIT + " names are published; delete some");
        }
        int own = 0;
        for (Entry each : entries.values()) {
            own += each.owner() == owner ? 1 : 0;
        }
        if (own == OWNER_LIMIT) {
            throw new DataStoreException("no room for " + name + ": its owner has " + OWNER_LIMIT + " names; delete some");
        }
    }

    private static void requireOwner(Entry entry, int owner) throws DataStoreException {
        if (entry.owner() != owner) {
            throw new DataStoreException(entry.name() + " belongs to another component: choose a name of your own");
        }
    }

    /** Takes a name back. */
    void delete(int owner, String name) throws DataStoreException {
        Entry entry = entries.get(name);
        if (entry != null) {
            requireOwner(entry, owner);
            leave(entry);
        }
    }

    /** Takes back all names of a component. */
    void drop(int owner) {
        for (Entry each : entries.values().toArray(new Entry[0])) {
            drop(owner, each.name());
        }
    }

    /** Takes a name back if it is that component's. */
    void drop(int owner, String name) {
        Entry entry = entries.get(name);
        if (entry != null && entry.owner() == owner) {
            leave(entry);
        }
    }

    private void leave(Entry entry) {
        store.mark(entry, EntryMark.GOING);
        long told = subscriptions.deletionAfter(entry);
        subscriptions.tell(entry, told == 0 ? store.nextSequence() : told, ChangeKind.DELETED, new byte[0]);
        store.erase(entry);
        entries.remove(entry.name());
    }
}
