package org.bulkhead.isolate.protocol;

/** Client and server do not understand each other; {@link #disagreement} says why. Calling again does not help: one of them must be compiled or written anew. */
public final class ProtocolException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why two peers do not understand each other. */
    public enum Disagreement {
        /** The service speaks another protocol: the manifest names the wrong one. */
        OTHER_PROTOCOL,
        /** The service speaks another version of the protocol. */
        OTHER_VERSION,
        /** The service was compiled when the protocol had fewer methods. */
        UNKNOWN_OPERATION,
        /** The reply does not decode. */
        MALFORMED_REPLY
    }

    /** The reason, in serialised form. */
    private final Disagreement disagreement;

    ProtocolException(Disagreement disagreement, String message) {
        super(message);
        this.disagreement = disagreement;
    }

    /** {@return the reason} */
    public Disagreement disagreement() {
        return disagreement;
    }
}
