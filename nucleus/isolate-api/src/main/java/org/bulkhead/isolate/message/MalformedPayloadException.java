package org.bulkhead.isolate.message;

/** The payload of a message does not decode: the peer does not keep to the protocol. A {@link ServiceLoop} refuses the request. */
public final class MalformedPayloadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what does not decode, for people
     */
    public MalformedPayloadException(String message) {
        super(message);
    }
}
