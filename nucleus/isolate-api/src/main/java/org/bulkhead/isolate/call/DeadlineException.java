package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.ErrorCode;

/** The deadline passed before the reply came; leases are revoked, and a late reply will be dropped. */
public final class DeadlineException extends NucleusException {
    private static final long serialVersionUID = 1;

    DeadlineException(String what) {
        super(ErrorCode.DEADLINE, what);
    }
}
