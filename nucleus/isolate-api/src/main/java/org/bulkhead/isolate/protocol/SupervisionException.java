package org.bulkhead.isolate.protocol;

/** The supervisor cannot do what was asked; the message says why. */
public final class SupervisionException extends Exception {
    private static final long serialVersionUID = 1;

    public SupervisionException(String message) {
        super(message);
    }
}
