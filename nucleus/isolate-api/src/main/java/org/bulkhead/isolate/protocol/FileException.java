package org.bulkhead.isolate.protocol;

/** A request of {@link Files} was not done; the subclass says of what kind the reason is. */
public abstract class FileException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what is wrong with what; what of it does not fit into a reply is cut off
     */
    protected FileException(String message) {
        super(message);
    }
}
