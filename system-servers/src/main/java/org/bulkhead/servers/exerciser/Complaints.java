package org.bulkhead.servers.exerciser;

/** Where it is reported that a component does not do its work. */
interface Complaints {
    /** The component does not do its work; {@code what} says in a few words why. */
    void about(String component, String what);
}
