package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.protocol.ComponentInfo;

/** Starts components: their queues, the next incarnation when its PCI function is known, and what is logged of it. */
final class Starter {
    private static final Rank[] RANKS = Rank.values();

    private final Roster roster;
    private final PciDevices devices;
    private final Launcher launcher;
    private final Policy policy;
    private final Ledger ledger;
    private final History history;

    Starter(Roster roster, PciDevices devices, Launcher launcher, Policy policy, Ledger ledger, History history) {
        this.roster = roster;
        this.devices = devices;
        this.launcher = launcher;
        this.policy = policy;
        this.ledger = ledger;
        this.history = history;
    }

    /** Makes the queue of a component's service, if it serves one and has none. */
    void createQueue(Component component) {
        Manifest manifest = component.manifest();
        if (manifest.serves() && component.queue == Component.NONE) {
            component.queue = Supervising.createQueue(manifest.queueSlots(), manifest.rank().ordinal(), component.name());
            ledger.write(component);
        }
    }

    /** Starts all that are due, the lowest rank first. */
    void startDue(long now) {
        for (Rank rank : RANKS) {
            for (int i = 1; i < roster.size(); i++) {
                Component each = roster.get(i);
                if (each.isDue(now) && each.manifest().rank() == rank) {
                    start(each);
                }
            }
        }
    }

    /** Starts a component if it is known that its PCI function is there, or that it does without. */
    void start(Component component) {
        switch (devices.readiness(component)) {
            case READY -> launch(component);
            case AWAITED -> {
                component.state = ComponentInfo.State.AWAITING_DEVICE;
                ledger.write(component);
            }
            case ABSENT -> {
                component.state = ComponentInfo.State.STOPPED;
                ledger.write(component);
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

    /** Launches a component; a refusal counts as a failure, so it is tried again later. */
    private void launch(Component component) {
        component.state = ComponentInfo.State.ALIVE;
        component.startedAt = Nucleus.now();
        // From here on a successor of this supervisor looks for the isolate, and if there is none begins again.
        ledger.write(component);
        try {
            if (component.incarnation == 0) {
                // Before, so that the line is on the serial console even if this is the isolate that takes it over.
                announce(component);
            }
            launcher.launch(component);
            // Nothing of lower rank runs while lines are written: a restart is told when the successor has had time to serve.
            component.startUntold = component.incarnation > 0;
            if (!component.startUntold) {
                history.birth(component);
            }
        } catch (NucleusException e) {
            Log.line("supervisor: cannot start " + component.name() + ": " + e.getMessage());
            // What was made and ended again has left a record of its death, which is not to be taken for that of the next.
            component.incarnation++;
            if (component.function != null && component.manifest().pci() != null && component.manifest().pci().optional()) {
                component.function = null;
                launch(component);
                return;
            }
            policy.afterFailure(component);
            if (component.isDue(Nucleus.now())) {
                // Not here and now: what was refused would be refused again.
                component.waitUntil(Nucleus.after(Obituaries.POLL_NANOS));
            }
            ledger.write(component);
        }
    }

    /** Returns whether there are restarts that nobody has been told of. */
    boolean isUntold() {
        return roster.any(each -> each.startUntold);
    }

    /** Returns whether a component's restart is among them. */
    boolean isUntold(String name) {
        Component component = roster.named(name);
        return component != null && component.startUntold;
    }

    /** Notes and logs the restarts for which there was no time yet. */
    void tell() {
        for (int i = 0; i < roster.size(); i++) {
            if (roster.get(i).startUntold) {
                history.birth(roster.get(i));
                announce(roster.get(i));
            }
        }
    }

    private static void announce(Component component) {
        component.startUntold = false;
        Log.line("supervisor: starting " + component.name() + '[' + component.incarnation + "]: " + component.rights());
    }
}
