package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.PciFunction;

/** What the supervisor knows of one program: its manifest, the queue of its service, and the isolate that it is now. */
final class Component {
    /** What somebody asked for when the isolate was ended on request. */
    enum Request {
        /** Nothing: its manifest decides. */
        NONE,
        RESTART,
        DOWN
    }

    /** Value of a handle that there is not. */
    static final int NONE = -1;

    final Manifest manifest;
    RestartPlan plan;
    ComponentInfo.State state = ComponentInfo.State.STOPPED;
    Request request = Request.NONE;
    /** The PCI function that it drives, or null. */
    PciFunction function;
    /** The supervisor's handle of the service's queue, or {@link #NONE}. */
    int queue = NONE;
    /** The supervisor's handle of the isolate, or {@link #NONE}. */
    int isolate = NONE;
    /** Number of the incarnation that lives, or would be next. */
    int incarnation;
    long argument;
    long startedAt;
    long restartAt;
    /** Whether its last start is not in the log yet. */
    boolean startUntold;

    Component(Manifest manifest) {
        this.manifest = manifest;
        forgetDeaths();
    }

    /** Begins to count deaths anew. */
    void forgetDeaths() {
        plan = new RestartPlan(manifest.burst(), manifest.sustained());
    }

    String name() {
        return manifest.name();
    }

    /** Returns its rights in one line, and where its PCI function was found. */
    String rights() {
        return function == null ? manifest.rights() : manifest.rights() + ", " + function.numbers() + " at " + function.place();
    }
}
