package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.nucleus.abi.DeathReason;

/** What follows a death: the successor, at once, later or never, as {@link Policy} or a recovery program decides. */
final class Recovery implements Obituaries.Heir {
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final Supervisor parts;
    private final Roster roster;
    private final PciDevices devices;
    private final Policy policy;
    private final RecoveryCases cases;
    private final Tombstones tombstones;
    private final Starter starter;
    private final Ledger ledger;
    private final History history;
    private long succeeded;

    /** Makes it of the parts of a supervisor. */
    Recovery(Supervisor parts) {
        this.parts = parts;
        roster = parts.roster;
        devices = parts.devices;
        policy = parts.policy;
        cases = parts.cases;
        tombstones = parts.tombstones;
        starter = parts.starter;
        ledger = parts.ledger;
        history = parts.history;
    }

    @Override
    public Obituaries.Sequel succeed(long sequence, String name, int incarnation, DeathReason reason, long detail) {
        Component component = roster.named(name);
        if (component == roster.supervisor()) {
            // The nucleus has seen to its successor, which is this one.
            component.lastReason = reason;
            ledger.write(component);
            return Obituaries.Sequel.END;
        }
        if (component == null) {
            return Obituaries.Sequel.END;
        }
        if (parts.update.died(component, incarnation, reason)) {
            return Obituaries.Sequel.END;
        }
        if (component.state != ComponentInfo.State.ALIVE || component.incarnation != incarnation) {
            // Dealt with already, or never more than an attempt.
            return Obituaries.Sequel.END;
        }
        if (component.isolate != Component.NONE) {
            Supervising.close(component.isolate);
            component.isolate = Component.NONE;
        }
        component.incarnation = component.nextIncarnation();
        component.lastReason = reason;
        policy.afterDeath(component, new RecoveryCases.Case((int) sequence, reason, detail, Nucleus.after(RecoveryCases.PATIENCE_NANOS)));
        boolean startsNow = component.isDue(Nucleus.now()) && !component.bringsGroup;
        if (startsNow) {
            starter.start(component);
        } else {
            ledger.write(component);
        }
        if (component == devices.server() && component.isAtRest()) {
            starter.devicesKnown();
        }
        if (!component.manifest().serves() || component.isAtRest()) {
            return Obituaries.Sequel.END;
        }
        if (!component.startUntold) {
            return Obituaries.Sequel.LATER;
        }
        succeeded |= 1L << component.number();
        return Obituaries.Sequel.SUCCESSOR;
    }

    /** Returns the notification bits of components that have got successors since this was asked last. */
    long succeeded() {
        long bits = succeeded;
        succeeded = 0;
        return bits;
    }

    @Override
    public void note(String name, int incarnation, DeathReason reason, long detail) {
        Component component = roster.named(name);
        if (component != null) {
            history.death(component, incarnation, reason, detail);
        }
    }

    /** Applies the manifest's policy to cases that will not be decided, and starts recovery programs for those that wait for one. */
    void pursueCases() {
        for (Component each = cases.undecided(); each != null; each = cases.undecided()) {
            Component program = cases.programFor(each);
            boolean late = program.state == ComponentInfo.State.ALIVE && cases.isInHand(each);
            Log.line("supervisor: recovery program " + program.name() + (late ? " took too long" : " ended without a decision") + " about " + each.name() + ": its manifest's policy applies");
            history.decision(each, "no decision of " + program.name());
            RecoveryCases.close(each);
            policy.afterFailure(each);
            ledger.write(each);
            if (late) {
                Supervising.tryKill(program.isolate, DeathReason.KILLED);
            }
        }
        for (Component each = cases.next(); each != null; each = cases.next()) {
            Component program = cases.programFor(each);
            program.argument = each.openCase.number();
            starter.start(program);
        }
    }

    /** A recovery program decides that a component is started again. */
    void decideToRestart(int number, Component program, int delayMillis) throws SupervisionException {
        Component component = cases.entrusted(number, program);
        if (delayMillis < 0) {
            throw new SupervisionException("a delay of " + delayMillis + " ms is over: name 0 or more");
        }
        decided(component, program, "restart in " + delayMillis + " ms");
        // It counts, so that the next case tells how many there were.
        component.plan.afterFailure(component.startedAt, Nucleus.now());
        policy.restart(component, delayMillis * NANOS_PER_MILLI);
        ledger.write(component);
    }

    /** A recovery program decides that a component is given up. */
    void decideToGiveUp(int number, Component program) throws SupervisionException {
        Component component = cases.entrusted(number, program);
        decided(component, program, "given up");
        tombstones.lay(component, ComponentInfo.State.GIVEN_UP);
        ledger.write(component);
    }

    private void decided(Component component, Component program, String decision) {
        RecoveryCases.close(component);
        history.decision(component, program.name() + ": " + decision);
        Log.line("supervisor: recovery program " + program.name() + " decides about " + component.name() + ": " + decision);
    }
}
