package org.bulkhead.isolate.manifest;

/** What becomes of a component whose restarts are used up, and that has no previous version to go back to. */
public enum Exhausted {
    /** Every request to its service is answered with OFFLINE at once, until somebody starts it again. */
    TOMBSTONE,
    /** The machine is restarted in an orderly way: the component is critical. */
    REBOOT
}
