package org.bulkhead.servers.recovery;

import org.bulkhead.isolate.protocol.DeviceException;

/**
 * A driver and a short request to it.
 *
 * @param name of the component
 */
record Driver(String name, Request request) {
    /** A request that any driver that serves can answer at once. */
    interface Request {
        void make() throws DeviceException;
    }
}
