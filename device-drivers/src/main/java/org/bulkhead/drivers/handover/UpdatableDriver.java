package org.bulkhead.drivers.handover;

import java.util.function.Function;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.NotNowException;
import org.bulkhead.isolate.Updatable;
import org.bulkhead.isolate.message.Dispatcher;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.DeviceException;

/** A driver of one device that can be updated: how it begins, serves, comes to rest and goes on. */
public abstract class UpdatableDriver implements Updatable {
    private final HandedOver device;
    private final ServiceLoop loop;

    /**
     * Makes the driver of a device that it has just taken over.
     *
     * @param <D> the device
     * @param grants the driver's own
     * @param device what it drives
     * @param serve makes what handles requests about the device
     */
    protected <D extends HandedOver> UpdatableDriver(Grants grants, D device, Function<D, Dispatcher> serve) {
        this.device = device;
        loop = new ServiceLoop(serve.apply(device), bits -> device.interrupted(), grants.parking(this));
    }

    @Override
    public void run() {
        loop.run();
    }

    @Override
    public void quiesce() throws NotNowException {
        try {
            device.rest();
        } catch (DeviceException e) {
            throw new NotNowException(e.getMessage());
        }
    }

    @Override
    public void resume() {
        device.goOn();
    }
}
