package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.RestartStrategy;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.nucleus.abi.DeathReason;

/** Components whose deaths concern one another: who of a group ends when one is restarted, and that all come back together, the lowest rank first. */
final class Groups {
    private final Roster roster;
    private final Ledger ledger;

    Groups(Roster roster, Ledger ledger) {
        this.roster = roster;
        this.ledger = ledger;
    }

    private static RestartStrategy strategy(Component component) {
        return component.rung == Component.Rung.GROUP ? RestartStrategy.ALL : component.manifest().strategy();
    }

    private static boolean areTogether(Component one, Component other) {
        String group = one.manifest().group();
        return one != other && !group.isEmpty() && group.equals(other.manifest().group());
    }

    /** Returns whether a restart of {@code component} concerns {@code other}. */
    private static boolean concerns(Component component, Component other) {
        return areTogether(component, other) && switch (strategy(component)) {
            case ONE -> false;
            case REST -> other.manifest().rank().ordinal() > component.manifest().rank().ordinal();
            case ALL -> true;
        };
    }

    /** Returns whether a restart of a component concerns anybody else. */
    boolean isConcerned(Component component) {
        return !component.manifest().group().isEmpty() && roster.any(each -> concerns(component, each));
    }

    /** Returns whether there are others of its group whom its restarts have not concerned. */
    boolean canWiden(Component component) {
        return roster.any(each -> areTogether(component, each) && !concerns(component, each));
    }

    /** Ends those who live and are concerned by a component's restart. Doing it again changes nothing. */
    void end(Component leader) {
        for (int i = 1; i < roster.size(); i++) {
            Component each = roster.get(i);
            if (each.state == ComponentInfo.State.ALIVE && each.request == Component.Request.NONE && concerns(leader, each)) {
                each.request = Component.Request.GROUP;
                each.leader = leader.number();
                ledger.write(each);
                Supervising.tryKill(each.isolate, DeathReason.GROUP);
            }
        }
    }

    /** Has those start again who waited for a component that is started now, or will not be. */
    void release(long now) {
        for (int i = 1; i < roster.size(); i++) {
            Component each = roster.get(i);
            if (each.state == ComponentInfo.State.AWAITING_GROUP && !isAwaited(roster.ofProgram(each.leader), now)) {
                each.leader = Component.NONE;
                each.waitUntil(now);
                ledger.write(each);
            }
        }
        for (int i = 1; i < roster.size(); i++) {
            Component each = roster.get(i);
            if (each.bringsGroup && !isAwaited(each, now)) {
                each.bringsGroup = false;
                ledger.write(each);
            }
        }
    }

    private static boolean isAwaited(Component leader, long now) {
        return leader.bringsGroup && leader.state == ComponentInfo.State.WAITING && !leader.isDue(now);
    }
}
