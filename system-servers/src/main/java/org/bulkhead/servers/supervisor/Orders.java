package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.nucleus.abi.DeathReason;

/** Carries out what users ask to be done to a component: start, restart, down, kill. What cannot be done is refused with the reason, and nothing has changed. */
final class Orders {
    private final Roster roster;
    private final PciDevices devices;
    private final Starter starter;

    Orders(Roster roster, PciDevices devices, Starter starter) {
        this.roster = roster;
        this.devices = devices;
        this.starter = starter;
    }

    /** Returns the component of that name. */
    Component component(String name) throws SupervisionException {
        Component found = roster.named(name);
        if (found == null) {
            throw new SupervisionException("no program is named " + name);
        }
        return found;
    }

    void start(String name, long argument) throws SupervisionException {
        Component component = component(name);
        if (component.isUnderWay()) {
            throw new SupervisionException(name + " is running already");
        }
        if (devices.readiness(component) == PciDevices.Readiness.ABSENT) {
            throw new SupervisionException(name + " cannot be started: " + devices.whyAbsent(component));
        }
        if (component.state == ComponentInfo.State.GIVEN_UP) {
            component.forgetDeaths();
            starter.createQueue(component);
        }
        component.argument = argument;
        starter.start(component);
    }

    void kill(String name) throws SupervisionException {
        end(living(name), Component.Request.NONE);
    }

    void restart(String name) throws SupervisionException {
        Component component = component(name);
        switch (component.state) {
            case WAITING -> starter.start(component);
            case ALIVE -> end(living(name), Component.Request.RESTART);
            case STOPPED, AWAITING_DEVICE, GIVEN_UP -> start(name, component.argument);
        }
    }

    void down(String name) throws SupervisionException {
        Component component = component(name);
        switch (component.state) {
            case WAITING, AWAITING_DEVICE -> component.state = ComponentInfo.State.STOPPED;
            case ALIVE, STOPPED, GIVEN_UP -> end(living(name), Component.Request.DOWN);
        }
    }

    private Component living(String name) throws SupervisionException {
        Component component = component(name);
        if (component == roster.supervisor()) {
            throw new SupervisionException("the supervisor does not end itself: use halt or reboot");
        }
        if (component.state != ComponentInfo.State.ALIVE) {
            throw new SupervisionException(name + " is not running");
        }
        return component;
    }

    private static void end(Component component, Component.Request request) throws SupervisionException {
        component.request = request;
        long result = Supervising.tryKill(component.isolate, DeathReason.KILLED);
        if (result < 0) {
            component.request = Component.Request.NONE;
            throw new SupervisionException("the nucleus refused to kill " + component.name() + ": " + Nucleus.error(result));
        }
    }
}
