package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.ErrorCode;

/** The nucleus refused a system call or ended a wait; the cases worth telling apart have classes of their own. */
public class NucleusException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ErrorCode code;

    NucleusException(ErrorCode code, String what) {
        super(what + ": " + (code == null ? "unknown error" : code.name()));
        this.code = code;
    }

    /**
     * {@return the exception for an error; {@code what} names the object of the refused call}
     *
     * @param code the reason; null if the nucleus's answer is none that is known
     * @param what what the refused call was about, for the message
     */
    public static NucleusException of(ErrorCode code, String what) {
        if (code == null) {
            return new NucleusException(null, what);
        }
        return switch (code) {
            case PEER_DIED_QUEUED, PEER_DIED_IN_SERVICE -> new PeerDiedException(code, what);
            case DEADLINE -> new DeadlineException(what);
            case NO_CREDIT -> new NoCreditException(what);
            case OFFLINE -> new OfflineException(what);
            case POISONED -> new PoisonedException(what);
            case REFUSED -> new RefusedException(what);
            default -> new NucleusException(code, what);
        };
    }

    /** {@return the reason} */
    public final ErrorCode code() {
        return code;
    }
}
