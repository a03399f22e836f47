package org.bulkhead.isolate.testkit;

import java.util.function.Function;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.nucleus.abi.DeathReason;

/** What the testkit knows of one isolate of the test: what it is made of, and what has become of it. */
final class Component {
    /** What happens when it has died. */
    enum AfterDeath {
        /** Its next incarnation starts at once. */
        RESTART,
        /** It stays dead until the test restarts it. */
        STAY_DEAD
    }

    /** Value of a handle that there is not. */
    static final int NONE = -1;

    final Manifest manifest;
    final Function<Grants, Isolate> factory;
    /** The supervisor's handles. */
    int queue = NONE;
    int isolate = NONE;
    /** Incarnation that lives, or will be next. */
    int incarnation;
    long argument;
    /** Whether its service is offline for good. */
    boolean givenUp;
    Death lastDeath;
    AfterDeath afterDeath = AfterDeath.RESTART;
    /** Deaths that the test has announced and that have not come. */
    int expectedDeaths;
    /** When the test wants it killed, by number of the request from now on; 0 for never. */
    final int[] killAt = new int[RequestPhase.values().length];

    /** After how many more system calls the test wants it killed; 0 for never. */
    int killAfterCalls;

    Component(Manifest manifest, Function<Grants, Isolate> factory) {
        this.manifest = manifest;
        this.factory = factory;
    }

    String name() {
        return manifest.name();
    }

    /** Returns whether the manifest wants it started again after its last death. */
    boolean restarts() {
        boolean orderly = lastDeath.reason() == DeathReason.KILLED || lastDeath.reason() == DeathReason.EXIT && lastDeath.detail() == 0;
        return switch (manifest.restartPolicy()) {
            case PERMANENT -> true;
            case TRANSIENT -> !orderly;
            case TEMPORARY -> false;
        };
    }

    /** A request has reached a phase; returns whether the isolate is to be killed now. */
    boolean reached(RequestPhase phase) {
        int left = killAt[phase.ordinal()];
        killAt[phase.ordinal()] = Math.max(left - 1, 0);
        return left == 1;
    }
}
