package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.ErrorCode;

/** The server died, and the request may not simply be repeated; {@link #begun} says whether it had been begun. */
public final class PeerDiedException extends NucleusException {
    private static final long serialVersionUID = 1;

    PeerDiedException(ErrorCode code, String what) {
        super(code, what);
    }

    /** {@return whether the server had taken the request up, so that it may have had an effect} */
    public boolean begun() {
        return code() == ErrorCode.PEER_DIED_IN_SERVICE;
    }
}
