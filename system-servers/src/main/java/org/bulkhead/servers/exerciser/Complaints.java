package org.bulkhead.servers.exerciser;

/** Where wrong answers are reported. */
interface Complaints {
    /** The component gave a wrong answer; {@code what} says how it was wrong, in one word. */
    void wrongData(String component, String what);
}
