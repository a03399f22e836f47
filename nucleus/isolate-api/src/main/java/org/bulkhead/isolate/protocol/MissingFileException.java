package org.bulkhead.isolate.protocol;

/** There is nothing at a path, or a folder of the path is missing. */
public final class MissingFileException extends FileException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message which path
     */
    public MissingFileException(String message) {
        super(message);
    }
}
