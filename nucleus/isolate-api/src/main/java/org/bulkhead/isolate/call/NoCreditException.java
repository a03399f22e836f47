package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.ErrorCode;

/** All slots that the sender has in the queue are taken; the credit that returns notifies. */
public final class NoCreditException extends NucleusException {
    private static final long serialVersionUID = 1;

    NoCreditException(String what) {
        super(ErrorCode.NO_CREDIT, what);
    }
}
