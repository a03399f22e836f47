package org.bulkhead.isolate.protocol;

/** The volume has no room for what was to be written; what was there before is as it was. */
public final class VolumeFullException extends FileException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message how much is missing for what
     */
    public VolumeFullException(String message) {
        super(message);
    }
}
