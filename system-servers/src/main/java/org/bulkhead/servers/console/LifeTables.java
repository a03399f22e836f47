package org.bulkhead.servers.console;

import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.ComponentStatus;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionEvent;
import org.bulkhead.isolate.protocol.SupervisionException;

/** How components are doing, and what has happened to them, as tables. */
final class LifeTables {
    private static final String NOTHING = "-";

    private final Supervision supervision;

    LifeTables(Supervision supervision) {
        this.supervision = supervision;
    }

    /** Prints how all components are doing, or the one of that name with its versions. */
    void status(String name, Terminal terminal) throws SupervisionException {
        Table table = new Table("component", "state", "version", ">died", ">5 s", ">10 min", ">delay", "last death");
        int index = 0;
        for (ComponentStatus each = supervision.status(index); each != null; each = supervision.status(++index)) {
            if (name.isEmpty() || name.equals(each.name())) {
                table.row(style(each.state()), each.name(), state(each), each.version(), each.incarnation(), each.burst(), each.sustained(), each.delayMillis(),
                    each.lastReason() == null ? NOTHING : Words.of(each.lastReason()));
            }
        }
        requireRows(table, name);
        table.print(terminal);
        if (!name.isEmpty()) {
            StringBuilder versions = new StringBuilder("versions:");
            int place = 0;
            for (String each = supervision.version(name, place); each != null; each = supervision.version(name, ++place)) {
                versions.append(' ').append(each);
            }
            terminal.println(versions.toString());
        }
    }

    private static void requireRows(Table table, String name) throws SupervisionException {
        if (table.size() == 0 && !name.isEmpty()) {
            throw new SupervisionException("no component is named " + name + ": status lists all");
        }
    }

    private static Style style(ComponentInfo.State state) {
        return switch (state) {
            case ALIVE, STOPPED -> Style.PLAIN;
            case AWAITING_DEVICE, WAITING, AWAITING_GROUP, AWAITING_DECISION, DOWN -> Style.WARNING;
            case GIVEN_UP -> Style.BAD;
        };
    }

    private static String state(ComponentStatus status) {
        return switch (status.state()) {
            case STOPPED -> "stopped";
            case AWAITING_DEVICE -> "awaits PCI";
            case ALIVE -> status.ready() ? "serves" : "alive";
            case WAITING -> "waits";
            case GIVEN_UP -> "given up";
            case DOWN -> "down";
            case AWAITING_GROUP -> "group";
            case AWAITING_DECISION -> "undecided";
        };
    }

    /** Prints what has happened to all components, or to the one of that name, as far as the supervisor remembers it: oldest first. */
    void history(String name, Terminal terminal) throws SupervisionException {
        Table table = new Table(">second", "component", ">life", "event", "what");
        int all = supervision.events();
        for (int number = Math.max(0, all - Supervision.EVENTS_KEPT); number < all; number++) {
            SupervisionEvent each = supervision.event(number);
            if (each != null && (name.isEmpty() || name.equals(each.name()))) {
                table.row(style(each.kind()), Seconds.of(each.nanoseconds()), each.name(), each.incarnation(), Words.of(each.kind()), what(each));
            }
        }
        table.printOr(name.isEmpty() ? "nothing has happened" : "nothing is remembered of " + name, terminal);
    }

    private static Style style(SupervisionEvent.Kind kind) {
        return switch (kind) {
            case BIRTH, DECISION -> Style.PLAIN;
            case DEATH -> Style.BAD;
            case COMPLAINT -> Style.WARNING;
        };
    }

    private static String what(SupervisionEvent event) {
        if (event.kind() != SupervisionEvent.Kind.DEATH) {
            return event.text();
        }
        return Words.of(event.reason()) + (event.detail() == 0 ? "" : ", detail 0x" + Long.toHexString(event.detail()));
    }
}
