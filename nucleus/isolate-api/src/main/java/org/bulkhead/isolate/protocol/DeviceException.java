package org.bulkhead.isolate.protocol;

/** The device reported an error or does not answer; the driver itself is well. */
public final class DeviceException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what the device reported, for people; what of it does not fit into a reply is cut off
     */
    public DeviceException(String message) {
        super(message);
    }
}
