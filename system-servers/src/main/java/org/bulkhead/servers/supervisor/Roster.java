package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.manifest.Manifest;

/** All components of the image, by program number. */
final class Roster {
    private final Component[] components;

    Roster(Manifest[] manifests) {
        components = new Component[manifests.length];
        for (int i = 0; i < manifests.length; i++) {
            components[i] = new Component(manifests[i]);
        }
    }

    int size() {
        return components.length;
    }

    Component get(int program) {
        return components[program];
    }

    /** Returns the component of that name, or null. */
    Component named(String name) {
        for (Component each : components) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return null;
    }
}
