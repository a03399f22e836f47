package org.bulkhead.isolate.protocol;

/** The disk below the volume reports an error, or its driver was given up; what was being written may be written in part. */
public final class VolumeErrorException extends FileException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what the disk reported
     */
    public VolumeErrorException(String message) {
        super(message);
    }
}
