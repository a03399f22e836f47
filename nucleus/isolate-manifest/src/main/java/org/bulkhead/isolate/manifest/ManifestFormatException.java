package org.bulkhead.isolate.manifest;

/** Bytes are no manifest: the message says at which byte, and what is wrong there. */
public final class ManifestFormatException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what is wrong, and where
     */
    public ManifestFormatException(String message) {
        super(message);
    }
}
