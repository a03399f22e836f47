package org.bulkhead.isolate.protocol;

/** Structures of the volume contradict themselves, so what was asked for cannot be told or would make it worse; nothing was written. */
public final class DamagedVolumeException extends FileException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message which structure, where, and how
     */
    public DamagedVolumeException(String message) {
        super(message);
    }
}
