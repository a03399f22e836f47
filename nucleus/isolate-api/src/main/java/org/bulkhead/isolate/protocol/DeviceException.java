package org.bulkhead.isolate.protocol;

/** The device reported an error or does not answer; the driver itself is well. */
public final class DeviceException extends Exception {
    private static final long serialVersionUID = 1;

    public DeviceException(String message) {
        super(message);
    }
}
