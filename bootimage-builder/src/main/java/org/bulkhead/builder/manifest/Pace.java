package org.bulkhead.builder.manifest;

import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Rank;

/** How patient an image is with its drivers. */
public enum Pace {
    /** As their manifests say. */
    AS_DECLARED,
    /**
     * As a fault-injection campaign needs it, where a driver dies a hundred times as often as it would in a year: none is given up or made to wait before it is started again, and one that hangs is
     * found after a time that is long for the small requests of a campaign only. All else is as declared.
     */
    CAMPAIGN;

    /** Deaths that are forgiven: more than a boot has faults. */
    private static final int RESTARTS = 4000;
    private static final int LIMIT_MILLIS = 60;

    /** Returns the restarts within five seconds that are done at once. */
    int burst(Manifest manifest) {
        return hurries(manifest) ? RESTARTS : manifest.burst();
    }

    /** Returns the restarts within ten minutes after which it is given up. */
    int sustained(Manifest manifest) {
        return hurries(manifest) ? RESTARTS : manifest.sustained();
    }

    /** Returns the longest service of a request in milliseconds. */
    int requestMillis(Manifest manifest) {
        return hurries(manifest) && manifest.requestMillis() > 0 ? LIMIT_MILLIS : manifest.requestMillis();
    }

    /** Returns the longest run without receiving in milliseconds. */
    int runMillis(Manifest manifest) {
        return hurries(manifest) && manifest.runMillis() > 0 ? LIMIT_MILLIS : manifest.runMillis();
    }

    /** Returns the longest time that a request may be queued in milliseconds. */
    int queuedMillis(Manifest manifest) {
        return hurries(manifest) && manifest.queuedMillis() > 0 ? LIMIT_MILLIS : manifest.queuedMillis();
    }

    private boolean hurries(Manifest manifest) {
        return this == CAMPAIGN && manifest.rank().compareTo(Rank.BUS) >= 0;
    }
}
