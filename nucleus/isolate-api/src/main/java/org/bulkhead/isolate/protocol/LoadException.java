package org.bulkhead.isolate.protocol;

/** A jar was not loaded: the message says at least how it begins, and {@link Loader#refusal} the whole of it. Nothing has changed. */
public final class LoadException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what is wrong, where, and what to do about it; what of it does not fit into a reply is cut off
     */
    public LoadException(String message) {
        super(message);
    }
}
