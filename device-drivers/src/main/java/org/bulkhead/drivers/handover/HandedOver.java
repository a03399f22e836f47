package org.bulkhead.drivers.handover;

import org.bulkhead.isolate.NotNowException;
import org.bulkhead.isolate.protocol.DeviceException;

/** A device as the driver's other parts know it, which can change hands while clients go on. */
public interface HandedOver {
    /** Does what the device asks for by its interrupt. */
    void interrupted();

    /**
     * Brings the device to rest, and leaves what a successor needs: nothing goes on in it when this returns, and nothing that a client was told is done is only in the driver.
     *
     * @throws DeviceException if it does not come to rest; then it goes on
     * @throws NotNowException if what a successor needs is not kept
     */
    void rest() throws DeviceException, NotNowException;

    /** Goes on after {@link #rest}, whatever another driver has done to the device meanwhile. */
    void goOn();
}
