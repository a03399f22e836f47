package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.protocol.ComponentInfo;

/** Services that nobody serves until somebody asks for it: every request to one is answered with OFFLINE at once. Whoever serves the queue again lifts the stone. */
final class Tombstones {
    /** Puts a component to rest: as given up, or as taken down. */
    void lay(Component component, ComponentInfo.State state) {
        component.state = state;
        renew(component);
    }

    /** Does that again which may not have been done, for a component that is at rest. */
    void renew(Component component) {
        if (component.queue != Component.NONE) {
            Supervising.takeOffline(component.queue, component.name());
        }
    }
}
