package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.ErrorCode;

/** Two incarnations of the server died on this request; it should not be sent again. */
public final class PoisonedException extends NucleusException {
    private static final long serialVersionUID = 1;

    PoisonedException(String what) {
        super(ErrorCode.POISONED, what);
    }
}
