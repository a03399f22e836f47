package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.ErrorCode;

/** The service was given up and will not come back. */
public final class OfflineException extends NucleusException {
    private static final long serialVersionUID = 1;

    OfflineException(String what) {
        super(ErrorCode.OFFLINE, what);
    }
}
