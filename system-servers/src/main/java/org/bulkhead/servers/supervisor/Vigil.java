package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.nucleus.abi.DeathReason;

/** Watches over those that live but may be of no use: servers that do not begin to receive, and components that no longer say that they are alive. */
final class Vigil {
    /** Time from the start until a server must have begun to receive. */
    static final long INITIALISATION_NANOS = 2_000_000_000L;

    private static final long NANOS_PER_MILLI = 1_000_000L;
    /** Periods of a heartbeat after which it is late. */
    private static final int PERIODS = 2;

    private final Roster roster;

    Vigil(Roster roster) {
        this.roster = roster;
    }

    /** Begins to watch over an isolate that has just been started, or taken over. */
    static void begin(Component component, long now) {
        component.ready = false;
        component.readyBy = now + INITIALISATION_NANOS;
        component.lastSign = now;
        component.endBy = Nucleus.FOREVER;
    }

    /** A component has said that it is alive. */
    static void sign(Component component) {
        component.lastSign = Nucleus.now();
    }

    /** Finds out who has begun to receive, of those whose notification bits are in {@code bits}; returns the bits of those who have. */
    long look(long bits) {
        long found = 0;
        for (int i = 1; i < roster.size(); i++) {
            Component each = roster.get(i);
            if ((bits >>> each.number() & 1) != 0 && isWatched(each) && !each.ready) {
                IsolateInfo info = Supervising.isolate(Nucleus.handleInfo(each.isolate).object());
                each.ready = info.ready() && info.incarnation() == each.incarnation;
                found |= each.ready ? 1L << each.number() : 0;
            }
        }
        return found;
    }

    private static boolean isWatched(Component component) {
        return component.state == ComponentInfo.State.ALIVE && component.isolate != Component.NONE;
    }

    /** Ends those who are late. */
    void enforce(long now) {
        for (int i = 1; i < roster.size(); i++) {
            Component each = roster.get(i);
            if (deadline(each) <= now) {
                Supervising.tryKill(each.isolate, reason(each, now));
            }
        }
    }

    /** Returns when somebody will be late; {@link Nucleus#FOREVER} if nobody can be. */
    long deadline() {
        long first = Nucleus.FOREVER;
        for (int i = 1; i < roster.size(); i++) {
            first = Math.min(first, deadline(roster.get(i)));
        }
        return first;
    }

    private static DeathReason reason(Component late, long now) {
        if (late.endBy <= now) {
            return DeathReason.KILLED;
        }
        return late.ready || !late.manifest().serves() ? DeathReason.HEARTBEAT_LATE : DeathReason.NOT_READY;
    }

    private static long deadline(Component component) {
        return isWatched(component) ? Math.min(component.endBy, signDeadline(component)) : Nucleus.FOREVER;
    }

    private static long signDeadline(Component component) {
        if (component.manifest().serves() && !component.ready) {
            return component.readyBy;
        }
        int period = component.manifest().heartbeatMillis();
        return period == 0 ? Nucleus.FOREVER : component.lastSign + PERIODS * NANOS_PER_MILLI * period;
    }
}
