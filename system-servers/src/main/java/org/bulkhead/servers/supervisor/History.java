package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionEvent;
import org.bulkhead.isolate.protocol.SupervisionEvent.Kind;
import org.bulkhead.nucleus.abi.DeathReason;

/** The last events: births, deaths, complaints, decisions. They are in the {@link Ledger}, so a supervisor knows what happened under the one before. */
final class History {
    private final SupervisionEvent[] events = new SupervisionEvent[Supervision.EVENTS_KEPT];
    private final Ledger ledger;
    private int count;

    History(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Notes the start of the incarnation that lives, unless that has been done. */
    void birth(Component component) {
        if (isNoted(component, component.incarnation, Kind.BIRTH)) {
            return;
        }
        note(component, component.incarnation, Kind.BIRTH, null, 0, component.manifest().name());
    }

    /** Notes the death of an incarnation, unless that has been done. */
    void death(Component component, int incarnation, DeathReason reason, long detail) {
        if (!isNoted(component, incarnation, Kind.DEATH)) {
            note(component, incarnation, Kind.DEATH, reason, detail, "");
        }
    }

    private boolean isNoted(Component component, int incarnation, Kind kind) {
        for (SupervisionEvent each : events) {
            if (each != null && each.kind() == kind && each.incarnation() == incarnation && each.name().equals(component.name())) {
                return true;
            }
        }
        return false;
    }

    void complaint(Component component, String text) {
        note(component, component.incarnation, Kind.COMPLAINT, null, 0, text);
    }

    void decision(Component component, String text) {
        note(component, component.incarnation, Kind.DECISION, null, 0, text);
    }

    private void note(Component component, int incarnation, Kind kind, DeathReason reason, long detail, String text) {
        String kept = text.length() <= SupervisionEvent.TEXT_LIMIT ? text : text.substring(0, SupervisionEvent.TEXT_LIMIT);
        SupervisionEvent event = new SupervisionEvent(count, Nucleus.now(), component.name(), incarnation, kind, reason, detail, kept);
        restore(event);
        ledger.write(event, component.number());
    }

    /** Takes an event over from the ledger; events come in any order. */
    void restore(SupervisionEvent event) {
        events[event.number() % events.length] = event;
        count = Math.max(count, event.number() + 1);
    }

    /** Returns the number of events so far. */
    int count() {
        return count;
    }

    /** Returns event number {@code number}, or null if it has not happened or is forgotten. */
    SupervisionEvent event(int number) {
        SupervisionEvent found = number < 0 ? null : events[number % events.length];
        return found == null || found.number() != number ? null : found;
    }
}
