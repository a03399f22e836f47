package org.bulkhead.modules.archive;

import java.io.IOException;

/** An archive is damaged, or has something that is not read here; the message says what and where. */
public final class ArchiveException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what is wrong, and where
     */
    public ArchiveException(String message) {
        super(message);
    }
}
