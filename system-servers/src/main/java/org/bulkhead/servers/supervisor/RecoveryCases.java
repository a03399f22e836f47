package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.nucleus.abi.DeathReason;

/**
 * Deaths about which a recovery program decides: one at a time for each component, by the program that its manifest names. The number of the case is the program's argument.
 *
 * <p>A case ends with a decision; if the program ends without one, or has not come to one in time, {@link #undecided} finds it, and the manifest's policy applies.
 */
final class RecoveryCases {
    /** Time that a recovery program has. */
    static final long PATIENCE_NANOS = 10_000_000_000L;

    /**
     * A death.
     *
     * @param number its sequence number in the nucleus's ring
     * @param reason why
     * @param detail status or address, by reason
     * @param deadline when there must be a decision, on the clock of the nucleus
     */
    record Case(int number, DeathReason reason, long detail, long deadline) {}

    private final Roster roster;
    /** Whether some component has a recovery program. */
    private final boolean hasPrograms;

    RecoveryCases(Roster roster) {
        this.roster = roster;
        hasPrograms = roster.any(this::hasProgramFor);
    }

    /** Returns whether the image has the recovery program that a component's manifest names. */
    boolean hasProgramFor(Component component) {
        return programFor(component) != null;
    }

    /** Returns the recovery program of a component, or null. */
    Component programFor(Component component) {
        String name = component.manifest().recovery();
        Component program = name.isEmpty() ? null : roster.named(name);
        return program == component || program == roster.supervisor() ? null : program;
    }

    /** Returns whether a component is the recovery program of another. */
    boolean isRecoveryProgram(Component component) {
        return hasPrograms && roster.any(each -> programFor(each) == component);
    }

    /** Has a component wait for a decision. */
    void open(Component component, Case death) {
        component.openCase = death;
        component.state = ComponentInfo.State.AWAITING_DECISION;
    }

    /** Ends the case of a component. */
    static void close(Component component) {
        component.openCase = null;
    }

    /** Returns whether the recovery program of a component has been started for its case. */
    boolean isInHand(Component component) {
        return programFor(component).argument == component.openCase.number() && programFor(component).startedAt != 0;
    }

    /** Returns a component whose recovery program is free to be started for its case, or null. */
    Component next() {
        return roster.find(each -> each.openCase != null && !isInHand(each) && programFor(each).isAtRest());
    }

    /** Returns a component whose case will not be decided any more: the program has ended, or its time is over; or null. */
    Component undecided() {
        long now = Nucleus.now();
        return roster.find(each -> each.openCase != null && (each.openCase.deadline() <= now || isInHand(each) && programFor(each).isAtRest()));
    }

    /** Returns when the time of some case is over; {@link Nucleus#FOREVER} if there is none. */
    long deadline() {
        long first = Nucleus.FOREVER;
        for (int i = 0; i < roster.size(); i++) {
            if (roster.get(i).openCase != null) {
                first = Math.min(first, roster.get(i).openCase.deadline());
            }
        }
        return first;
    }

    /** Returns the component whose case has that number and is {@code program}'s to decide. */
    Component entrusted(int number, Component program) throws SupervisionException {
        Component found = roster.find(each -> each.openCase != null && each.openCase.number() == number && programFor(each) == program && program.argument == number);
        if (found == null) {
            throw new SupervisionException("there is no open case " + number + " for " + program.name() + " to decide");
        }
        return found;
    }
}
