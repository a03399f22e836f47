package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.nucleus.abi.DeathReason;

/** What follows a death: the successor, at once, later or never, as {@link Policy} decides. */
final class Recovery implements Obituaries.Heir {
    private final Roster roster;
    private final PciDevices devices;
    private final Policy policy;
    private final Starter starter;

    Recovery(Roster roster, PciDevices devices, Policy policy, Starter starter) {
        this.roster = roster;
        this.devices = devices;
        this.policy = policy;
        this.starter = starter;
    }

    @Override
    public Obituaries.Sequel succeed(long sequence, String name, DeathReason reason, long detail) {
        Component component = roster.ofIsolate(name);
        if (component == null || component.state != ComponentInfo.State.ALIVE || component == roster.supervisor()) {
            return Obituaries.Sequel.END;
        }
        Supervising.close(component.isolate);
        component.isolate = Component.NONE;
        component.incarnation++;
        if (policy.afterDeath(component, reason, detail) == Policy.Decision.START) {
            starter.start(component);
        }
        if (component == devices.server() && component.isAtRest()) {
            starter.devicesKnown();
        }
        if (!component.manifest().serves() || component.isAtRest()) {
            return Obituaries.Sequel.END;
        }
        return component.startUntold ? Obituaries.Sequel.SUCCESSOR : Obituaries.Sequel.LATER;
    }
}
