package org.bulkhead.isolate.protocol;

/** The datastore does not do what was asked; the text names the thing, the limit and what to do about it. */
public class DataStoreException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what is wrong, and what to do about it
     */
    public DataStoreException(String message) {
        super(message);
    }
}
