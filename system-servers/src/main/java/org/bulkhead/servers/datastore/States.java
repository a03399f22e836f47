package org.bulkhead.servers.datastore;

import org.bulkhead.isolate.message.Badge;
import org.bulkhead.isolate.protocol.DamagedStateException;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.DataStoreException;

/** The private states, one for each component, which only that component can read. A number that a program had that was removed can be another's: then the badges differ, and what was left is nobody's. */
final class States {
    private final EntryStore store;
    private final Owners owners;
    /** By program number; of each the last that was committed. */
    private final Entry[] entries = new Entry[Owners.LIMIT];
    private final int blockLimit;
    private int blocks;

    States(EntryStore store, Owners owners) {
        this.store = store;
        this.owners = owners;
        // All names may need a block, and so may one more while it takes the place of another; then there is always room for one more state.
        int names = (Names.LIMIT + 1) * EntryStore.dataBlocks(DataStore.VALUE_LIMIT);
        blockLimit = store.dataBlocks() - names - EntryStore.dataBlocks(DataStore.STATE_LIMIT);
    }

    /** Returns the most bytes of all states together, of those that do not fit into heads. */
    int limit() {
        return blockLimit * BlockMemory.BLOCK;
    }

    /** Takes over an entry that a predecessor has left. */
    void recover(Entry entry) {
        int number = Badge.program(entry.owner());
        Entry other = number < entries.length ? entries[number] : entry;
        if (other != null && other.sequence() >= entry.sequence()) {
            store.erase(entry);
            return;
        }
        replace(number, entry);
    }

    private void replace(int number, Entry entry) {
        Entry before = entries[number];
        entries[number] = entry;
        blocks += entry == null ? 0 : EntryStore.dataBlocks(entry.length());
        if (before != null) {
            store.erase(before);
            blocks -= EntryStore.dataBlocks(before.length());
        }
    }

    void commit(int owner, int version, byte[] state) throws DataStoreException {
        String name = owners.name(owner);
        int quota = owners.quota(owner);
        if (state.length > quota) {
            throw new DataStoreException(name + " keeps " + state.length + " bytes, its manifest allows " + quota + ": raise @Limits(state) or keep less");
        }
        int number = Badge.program(owner);
        int old = entries[number] == null ? 0 : EntryStore.dataBlocks(entries[number].length());
        if (blocks - old + EntryStore.dataBlocks(state.length) > blockLimit) {
            throw new DataStoreException("no room for " + state.length + " bytes of " + name + ": all states together have at most " + limit() + "; keep less");
        }
        replace(number, store.write(EntryMark.VALID, Entry.wanted(EntryKind.STATE, owner, store.nextSequence(), version, "", state.length), state));
    }

    /** Returns the entry of a component's state, or null. */
    Entry get(int owner) {
        Entry last = entries[Badge.program(owner)];
        return last != null && last.owner() == owner ? last : null;
    }

    /** Returns a state. */
    byte[] load(Entry entry) throws DamagedStateException {
        byte[] state = store.data(entry);
        if (state == null) {
            throw new DamagedStateException("the state of " + owners.name(entry.owner()) + ", version " + entry.tag() + ", " + entry.length() + " bytes, is damaged: begin anew");
        }
        return state;
    }

    void forget(int owner) {
        if (get(owner) != null) {
            replace(Badge.program(owner), null);
        }
    }
}
