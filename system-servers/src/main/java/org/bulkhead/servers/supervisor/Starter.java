package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.protocol.ComponentInfo;

/** Starts components: their queues, the next incarnation when its PCI function is known, and what is logged of it. */
final class Starter {
    private final Roster roster;
    private final PciDevices devices;
    private final Launcher launcher;
    private final Policy policy;

    Starter(Roster roster, PciDevices devices, Launcher launcher, Policy policy) {
        this.roster = roster;
        this.devices = devices;
        this.launcher = launcher;
        this.policy = policy;
    }

    /** Makes the queue of a component's service, if it serves one and has none. */
    void createQueue(Component component) {
        Manifest manifest = component.manifest();
        if (manifest.serves() && component.queue == Component.NONE) {
            component.queue = Supervising.createQueue(manifest.queueSlots(), manifest.rank().ordinal(), component.name());
        }
    }

    /** Starts a component if it is known that its PCI function is there, or that it does without. */
    void start(Component component) {
        switch (devices.readiness(component)) {
            case READY -> launch(component);
            case AWAITED -> component.state = ComponentInfo.State.AWAITING_DEVICE;
            case ABSENT -> {
                component.state = ComponentInfo.State.STOPPED;
                Log.line("supervisor: " + component.name() + " is not started: " + devices.whyAbsent(component));
            }
        }
    }

    /** Starts the components that waited for it to be known which PCI functions there are: it is now. */
    void devicesKnown() {
        devices.complete();
        for (int i = 0; i < roster.size(); i++) {
            if (roster.get(i).state == ComponentInfo.State.AWAITING_DEVICE) {
                start(roster.get(i));
            }
        }
    }

    /** Launches a component; a refusal counts as a death, so it is tried again later. */
    private void launch(Component component) {
        try {
            if (component.incarnation == 0) {
                // Before, so that the line is on the serial console even if this is the isolate that takes it over.
                announce(component);
            }
            launcher.launch(component);
            // Nothing of lower rank runs while lines are written: a restart is told when the successor has had time to serve.
            component.startUntold = component.incarnation > 0;
        } catch (NucleusException e) {
            Log.line("supervisor: cannot start " + component.name() + ": " + e.getMessage());
            if (component.function != null && component.manifest().pci().optional()) {
                component.function = null;
                launch(component);
                return;
            }
            component.startedAt = Nucleus.now();
            if (policy.afterFailure(component) == Policy.Decision.START) {
                // Not here and now: what was refused would be refused again.
                component.state = ComponentInfo.State.WAITING;
                component.restartAt = Nucleus.after(Obituaries.POLL_NANOS);
            }
        }
    }

    /** Logs the restarts that are not in the log yet. */
    void tell() {
        for (int i = 0; i < roster.size(); i++) {
            if (roster.get(i).startUntold) {
                announce(roster.get(i));
            }
        }
    }

    private static void announce(Component component) {
        component.startUntold = false;
        Log.line("supervisor: starting " + component.name() + '[' + component.incarnation + "]: " + component.rights());
    }
}
