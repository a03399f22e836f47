package org.bulkhead.servers.supervisor;

/** A component that was removed, of which the datastore may still have something. */
final class Departure {
    /** Its name, which another may have now. */
    final String name;
    /** The badge by which servers knew it, which no other has. */
    final int badge;
    /** Whether the datastore has been told. */
    boolean told;

    Departure(String name, int badge) {
        this.name = name;
        this.badge = badge;
    }
}
