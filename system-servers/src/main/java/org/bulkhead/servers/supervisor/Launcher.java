package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.PortGrant;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.supervision.IsolateMaker;

/** Makes isolates of components. */
final class Launcher implements IsolateMaker.Supervisor {
    private final Roster roster;
    private final SerialHandover handover;
    private final IsolateMaker maker = new IsolateMaker(this);

    Launcher(Roster roster, SerialHandover handover) {
        this.roster = roster;
        this.handover = handover;
    }

    /** Starts the next incarnation of a component. Throws the nucleus's exception if that is refused; then nothing is left of it. */
    void launch(Component component) {
        component.isolate = maker.start(life(component));
        Vigil.begin(component, Nucleus.now());
        if (component.name().equals(DataStore.SERVICE)) {
            roster.isUntold();
        }
    }

    private IsolateMaker.Life life(Component component) {
        // The function is the component's; not every version needs to use it.
        return new IsolateMaker.Life(component.manifest(), component.incarnation, component.argument, component.manifest().pci() == null ? null : component.function,
            roster.module(component.manifest().program()));
    }

    /** Gives back to a component's isolate what {@link IsolateMaker#takeAway} took from it. */
    void giveBack(Component component) {
        maker.giveBack(component.isolate, life(component));
    }

    @Override
    public int queue(String service) {
        int queue = roster.named(service).queue;
        return queue == Component.NONE ? IsolateMaker.NO_QUEUE : queue;
    }

    @Override
    public int identity(Manifest manifest) {
        return roster.named(manifest.component()).number();
    }

    @Override
    public int badge(Manifest manifest) {
        return roster.badge(roster.named(manifest.component()));
    }

    @Override
    public void beforeGranting(PortGrant ports) {
        handover.beforeGranting(ports);
    }
}
