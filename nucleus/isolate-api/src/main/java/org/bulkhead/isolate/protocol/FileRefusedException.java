package org.bulkhead.isolate.protocol;

/** What was asked for makes no sense here: the path is none, or names a folder where a file is meant, the folder is not empty, the offset lies beyond the file's end. Nothing has changed. */
public final class FileRefusedException extends FileException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what is wrong with what
     */
    public FileRefusedException(String message) {
        super(message);
    }
}
