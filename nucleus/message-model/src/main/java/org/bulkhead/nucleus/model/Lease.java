package org.bulkhead.nucleus.model;

/** Memory lent with a request. */
public enum Lease {
    /** None. */
    NONE,
    /** The server may read it. */
    READ,
    /** The server may write it, and read it where it is mapped. */
    WRITE
}
