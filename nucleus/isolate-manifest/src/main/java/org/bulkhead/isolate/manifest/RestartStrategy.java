package org.bulkhead.isolate.manifest;

/** Which isolates of a group are ended and started again when one of them has died, and has to be restarted. */
public enum RestartStrategy {
    /** That one only. */
    ONE,
    /** That one and those of a higher rank, which stand on it. */
    REST,
    /** All of them. */
    ALL
}
