package org.bulkhead.isolate;

import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.BlockDeviceClient;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.CharacterDeviceClient;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionClient;

/** Turns services that the manifest names into Java objects whose methods are calls. */
public final class Services {
    private final Grants grants;

    public Services(Grants grants) {
        this.grants = grants;
    }

    /**
     * Returns the service {@code name} as an object of its protocol.
     *
     * @throws IllegalArgumentException if the manifest does not name the service, or there is no client for the protocol
     */
    public <T> T connect(String name, Class<T> protocol) {
        Object client;
        if (protocol == BlockDevice.class) {
            client = new BlockDeviceClient(grants.queue(name));
        } else if (protocol == CharacterDevice.class) {
            client = new CharacterDeviceClient(grants.queue(name));
        } else if (protocol == Supervision.class) {
            client = new SupervisionClient(grants.queue(name));
        } else {
            throw new IllegalArgumentException("no client for the protocol " + protocol.getName());
        }
        return protocol.cast(client);
    }
}
