package org.bulkhead.servers.datastore;

import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.message.Badge;
import org.bulkhead.isolate.protocol.DataStore;

/** Components by their {@link Badge}, as far as names, states and subscriptions belong to them. */
final class Owners {
    /** One more than the highest program number. */
    static final int LIMIT = 64;

    private final Manifest[] system;

    Owners(Manifest[] system) {
        this.system = system;
    }

    /** Of programs of the image, badge and number are the same. */
    private boolean isKnown(int owner) {
        return owner < system.length && system[owner] != null;
    }

    /** Returns the name of a component. */
    String name(int owner) {
        return isKnown(owner) ? system[owner].name() : "program " + Badge.program(owner);
    }

    /** Returns the most bytes of its state; of one that this image does not describe, the most that there can be. */
    int quota(int owner) {
        return isKnown(owner) ? Math.min(system[owner].stateBytes(), DataStore.STATE_LIMIT) : DataStore.STATE_LIMIT;
    }
}
