package org.bulkhead.isolate.message;

import org.bulkhead.nucleus.abi.MessageLayout;

/** What a server may do with memory that its caller lends. */
public enum LeaseAccess {
    /** It may read it. */
    READ(MessageLayout.KIND_LEASE_READ),
    /** It may write it. */
    WRITE(MessageLayout.KIND_LEASE_WRITE);

    /** The kind of such a lease among the transfers of a message. */
    final int kind;

    LeaseAccess(int kind) {
        this.kind = kind;
    }
}
