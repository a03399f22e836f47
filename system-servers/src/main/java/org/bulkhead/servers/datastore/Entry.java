package org.bulkhead.servers.datastore;

import org.bulkhead.isolate.protocol.ChangeKind;
import org.bulkhead.isolate.protocol.ValueType;

/**
 * What a valid entry of the memory says, but for its data.
 *
 * @param head number of its head block
 * @param kind what it is about
 * @param owner badge of the component that it belongs to
 * @param sequence number of the change that made it: later ones have higher numbers
 * @param tag a number that depends on the kind: of a STATE the version, of a NAME and a CHANGE the kind of change that made it and the type of the value
 * @param link of a CHANGE the head block of its subscription, otherwise 0
 * @param count what its count was when it was written or found: see {@link EntryStore}
 * @param name a name or a pattern, or empty
 * @param length bytes of the data
 */
record Entry(int head, EntryKind kind, int owner, long sequence, int tag, int link, int count, String name, int length) {
    private static final int TYPE_SHIFT = 8;
    private static final ChangeKind[] CHANGES = ChangeKind.values();
    private static final ValueType[] TYPES = ValueType.values();

    /** Returns an entry to be written, without link and count. */
    static Entry wanted(EntryKind kind, int owner, long sequence, int tag, String name, int length) {
        return new Entry(0, kind, owner, sequence, tag, 0, 0, name, length);
    }

    /** Returns the tag of an entry about a name. */
    static int tag(ChangeKind change, ValueType type) {
        return change.ordinal() | type.ordinal() << TYPE_SHIFT;
    }

    /** Returns the kind of change that made it, of an entry about a name. */
    ChangeKind change() {
        return CHANGES[tag & (1 << TYPE_SHIFT) - 1];
    }

    /** Returns the type of the value, of an entry about a name. */
    ValueType type() {
        return TYPES[tag >> TYPE_SHIFT];
    }
}
