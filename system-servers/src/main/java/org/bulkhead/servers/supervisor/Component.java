package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.protocol.PciFunction;

/** What the supervisor knows of one program: its manifest, the queue of its service, and the isolate that it is now. */
final class Component {
    /** Where a component is in its life. */
    enum State {
        /** Not started, or ended for good without harm. */
        STOPPED,
        /** To be started when it is known whether its PCI function is there. */
        AWAITING_DEVICE,
        ALIVE,
        /** Dead, to be started again at {@link Component#restartAt}. */
        WAITING,
        /** It died too often; its service answers OFFLINE. */
        GIVEN_UP
    }

    /** Value of a handle that there is not. */
    static final int NONE = -1;

    final Manifest manifest;
    final RestartPlan plan;
    State state = State.STOPPED;
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
    /** Sequence number of the last death that has been dealt with, or -1. */
    long lastDeath = -1;

    Component(Manifest manifest) {
        this.manifest = manifest;
        this.plan = new RestartPlan(manifest.burst(), manifest.sustained());
    }

    String name() {
        return manifest.name();
    }

    /** Returns its rights in one line, and where its PCI function was found. */
    String rights() {
        return function == null ? manifest.rights() : manifest.rights() + ", " + function.numbers() + " at " + function.place();
    }

    /** Returns the notification bit by which the supervisor learns of its death. */
    int deathBit() {
        return manifest.program();
    }
}
