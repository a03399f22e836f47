package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.call.SystemBits;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.InjectedFault;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.nucleus.abi.DeathReason;

/** Carries out what others ask to be done to a component: start, restart, refresh, update, down, kill, injected faults, and complaints. What cannot be done is refused with the reason, and nothing has changed. */
final class Orders {
    /** Time within which an isolate has to end that is asked to. */
    static final long END_NANOS = 2_000_000_000L;

    /** The supervisor's handle of itself. */
    private static final int ITSELF = 0;

    private final Supervisor parts;
    private final Roster roster;
    private final PciDevices devices;
    private final Starter starter;
    private final Tombstones tombstones;
    private final Ledger ledger;
    private final History history;

    /** Makes it of the parts of a supervisor. */
    Orders(Supervisor parts) {
        this.parts = parts;
        roster = parts.roster;
        devices = parts.devices;
        starter = parts.starter;
        tombstones = parts.tombstones;
        ledger = parts.ledger;
        history = parts.history;
    }

    /** Returns the component of that name. */
    Component component(String name) throws SupervisionException {
        Component found = roster.named(name);
        if (found == null) {
            Component whole = roster.find(each -> each.place(name) != Component.NONE);
            throw new SupervisionException(whole == null ? "no program is named " + name + ": status lists them" : name + " is a version of " + whole.name() + ": name that");
        }
        return found;
    }

    void start(String name, long argument) throws SupervisionException {
        Component component = component(name);
        if (component.isUnderWay()) {
            throw new SupervisionException(name + " is running already");
        }
        requireDevice(component);
        if (component.state == ComponentInfo.State.GIVEN_UP) {
            component.forgetFailures();
            component.rung = Component.Rung.RESTART;
        }
        component.argument = argument;
        starter.start(component);
    }

    private void requireDevice(Component component) throws SupervisionException {
        if (devices.readiness(component) == PciDevices.Readiness.ABSENT) {
            throw new SupervisionException(component.name() + " cannot be started: " + devices.whyAbsent(component));
        }
    }

    void kill(String name) throws SupervisionException {
        end(living(name), Component.Request.NONE);
    }

    void restart(String name) throws SupervisionException {
        Component component = component(name);
        switch (component.state) {
            case WAITING, AWAITING_GROUP, AWAITING_DECISION -> {
                RecoveryCases.close(component);
                component.leader = Component.NONE;
                component.bringsGroup = false;
                starter.start(component);
            }
            case ALIVE -> end(living(name), Component.Request.RESTART);
            case STOPPED, AWAITING_DEVICE, GIVEN_UP, DOWN -> start(name, component.argument);
        }
    }

    void down(String name) throws SupervisionException {
        Component component = component(name);
        switch (component.state) {
            case WAITING, AWAITING_DEVICE, AWAITING_GROUP, AWAITING_DECISION -> {
                RecoveryCases.close(component);
                component.leader = Component.NONE;
                component.bringsGroup = false;
                tombstones.lay(component, ComponentInfo.State.DOWN);
                ledger.write(component);
            }
            case ALIVE, STOPPED, GIVEN_UP, DOWN -> end(living(name), Component.Request.DOWN);
        }
    }

    /** Ends a component about which {@code who} complains. */
    void complain(Component who, String name, String why) throws SupervisionException {
        if (!who.manifest().complainsAbout().contains(name)) {
            throw new SupervisionException(who.name() + " may not complain about " + name + ": its manifest needs @ComplainsAbout(\"" + name + "\")");
        }
        Component component = living(name);
        if (!component.ready) {
            throw new SupervisionException(name + " has not served anybody since it was started");
        }
        Log.line("supervisor: " + who.name() + " complains about " + name + '[' + component.incarnation + "]: " + why);
        history.complaint(component, who.name() + ": " + why);
        end(component, DeathReason.COMPLAINT);
    }

    private Component living(String name) throws SupervisionException {
        Component component = component(name);
        if (component == roster.supervisor()) {
            throw new SupervisionException("the supervisor does not end itself: use halt or reboot");
        }
        if (component.state != ComponentInfo.State.ALIVE) {
            throw new SupervisionException(name + " is not running");
        }
        if (parts.update.concerns(component)) {
            throw new SupervisionException(name + " is being updated: wait for the end of that, at most 4 s");
        }
        return component;
    }

    /** Ends a component between two requests, for which it has time, and starts it again. */
    void refresh(String name) throws SupervisionException {
        Component component = living(name);
        requireServer(component);
        component.request = Component.Request.RESTART;
        ledger.write(component);
        component.endBy = Nucleus.after(END_NANOS);
        Supervising.signal(component.isolate, SystemBits.END, name);
    }

    /** Has a component, which may be the supervisor itself, do something wrong. */
    void inject(String name, InjectedFault fault) throws SupervisionException {
        Component component = component(name) == roster.supervisor() ? roster.supervisor() : living(name);
        requireServer(component);
        history.decision(component, "injected fault: " + fault);
        Supervising.signal(component == roster.supervisor() ? ITSELF : component.isolate, SystemBits.of(fault), name);
    }

    private static void requireServer(Component component) throws SupervisionException {
        if (!component.manifest().serves()) {
            throw new SupervisionException(component.name() + " serves no requests, and only those who do look at orders between them: use restart or kill");
        }
    }

    /** Updates a component to a version, to the next one if {@code version} is empty; a component with a single version gets that one afresh. */
    void update(String name, String version, LiveUpdate.Answer answer) throws SupervisionException {
        Component component = component(name);
        if (component == roster.supervisor()) {
            throw new SupervisionException("the supervisor is not updated while it runs");
        }
        int place = version.isEmpty() ? (component.version() + 1) % component.versions().size() : component.place(version);
        if (place == Component.NONE) {
            throw new SupervisionException(name + " has no version " + version + ": it has " + versions(component));
        }
        parts.update.begin(component, place, answer);
    }

    private static String versions(Component component) {
        StringBuilder names = new StringBuilder();
        for (Manifest each : component.versions()) {
            names.append(names.isEmpty() ? "" : ", ").append(each.name());
        }
        return names.toString();
    }

    /** Ends a component's isolate so that another version starts in its place. */
    void replace(Component component) throws SupervisionException {
        end(component, Component.Request.RESTART, DeathReason.REPLACED);
    }

    private void end(Component component, Component.Request request) throws SupervisionException {
        end(component, request, DeathReason.KILLED);
    }

    private void end(Component component, Component.Request request, DeathReason reason) throws SupervisionException {
        Component.Request before = component.request;
        component.request = request;
        // First, so that a successor of this supervisor carries it out if this one does not come to it.
        ledger.write(component);
        try {
            end(component, reason);
        } catch (SupervisionException e) {
            component.request = before;
            ledger.write(component);
            throw e;
        }
    }

    private static void end(Component component, DeathReason reason) throws SupervisionException {
        long result = Supervising.tryKill(component.isolate, reason);
        if (result < 0) {
            throw new SupervisionException("the nucleus refused to kill " + component.name() + ": " + Nucleus.error(result));
        }
    }
}
