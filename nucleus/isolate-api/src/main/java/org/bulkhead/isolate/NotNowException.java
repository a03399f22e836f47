package org.bulkhead.isolate;

/** An isolate cannot come to rest for an update at this moment; its message says why. */
public final class NotNowException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Says why.
     *
     * @param message why not, for the person who asked for the update
     */
    public NotNowException(String message) {
        super(message);
    }
}
