package org.bulkhead.servers.datastore;

/** What an entry is about. */
enum EntryKind {
    /** A published name: its name, and its value as data. */
    NAME,
    /** A component's private state as data; no name. */
    STATE,
    /** A subscription: the pattern as its name. */
    SUBSCRIPTION,
    /** A change that waits in a subscription: the name that has changed, and its value as data. */
    CHANGE;

    static final EntryKind[] ALL = values();
}
