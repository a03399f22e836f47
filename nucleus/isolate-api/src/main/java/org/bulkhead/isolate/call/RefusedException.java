package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.ErrorCode;

/** The server could not make sense of the request. */
public final class RefusedException extends NucleusException {
    private static final long serialVersionUID = 1;

    RefusedException(String what) {
        super(ErrorCode.REFUSED, what);
    }
}
