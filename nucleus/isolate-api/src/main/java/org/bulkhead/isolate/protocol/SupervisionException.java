package org.bulkhead.isolate.protocol;

/** The supervisor cannot do what was asked; the message says why. */
public final class SupervisionException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what cannot be done and why, for people; what of it does not fit into a reply is cut off
     */
    public SupervisionException(String message) {
        super(message);
    }
}
