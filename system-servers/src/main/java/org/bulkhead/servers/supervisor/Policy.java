package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.nucleus.abi.DeathReason;

/**
 * Decides what becomes of a component that has died, and sets its state to that: nothing is started here. What is to be started at once is WAITING, and due.
 *
 * <p>A component that keeps failing climbs a ladder: it is restarted as its manifest says, then with its whole group, then in the version before; then its service gets a tombstone, or the machine
 * is started anew.
 */
final class Policy {
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final Groups groups;
    private final RecoveryCases cases;
    private final Tombstones tombstones;
    private final History history;

    Policy(Groups groups, RecoveryCases cases, Tombstones tombstones, History history) {
        this.groups = groups;
        this.cases = cases;
        this.tombstones = tombstones;
        this.history = history;
    }

    /** Decides about a component whose isolate has died. */
    void afterDeath(Component component, RecoveryCases.Case death) {
        Component.Request request = component.request;
        component.request = Component.Request.NONE;
        switch (request) {
            case DOWN -> tombstones.lay(component, ComponentInfo.State.DOWN);
            case RESTART -> restart(component, 0);
            case GROUP -> component.state = ComponentInfo.State.AWAITING_GROUP;
            case NONE -> byManifest(component, death);
        }
    }

    private void byManifest(Component component, RecoveryCases.Case death) {
        RestartPolicy policy = cases.isRecoveryProgram(component) ? RestartPolicy.TEMPORARY : component.manifest().restartPolicy();
        boolean onRequest = death.reason() == DeathReason.KILLED;
        if (policy == RestartPolicy.TEMPORARY || policy == RestartPolicy.TRANSIENT && (onRequest || death.reason() == DeathReason.EXIT && death.detail() == 0)) {
            component.state = ComponentInfo.State.STOPPED;
        } else if (onRequest) {
            // It says nothing against the component.
            restart(component, 0);
        } else if (cases.hasProgramFor(component)) {
            cases.open(component, death);
        } else {
            afterFailure(component);
        }
    }

    /** Decides about a component that failed now, by its plan and the ladder. */
    void afterFailure(Component component) {
        long now = Nucleus.now();
        if (component.plan.wasHealthy(component.startedAt, now)) {
            component.rung = Component.Rung.RESTART;
        }
        long delay = component.plan.afterFailure(component.startedAt, now);
        if (delay == RestartPlan.GIVE_UP) {
            climb(component);
        } else {
            restart(component, delay);
        }
    }

    /** Has a component started again after a delay in nanoseconds, with those of its group that its death concerns. */
    void restart(Component component, long delay) {
        component.waitUntil(Nucleus.after(delay));
        if (delay > 0) {
            say(component, "will be restarted in " + delay / NANOS_PER_MILLI + " ms");
        }
        if (groups.isConcerned(component)) {
            component.bringsGroup = true;
            groups.end(component);
        }
    }

    private void climb(Component component) {
        if (component.rung == Component.Rung.RESTART && groups.canWiden(component)) {
            component.rung = Component.Rung.GROUP;
            component.forgetFailures();
            say(component, "died too often: group " + component.manifest().group() + " restarts");
            restart(component, 0);
        } else if (component.previous() != Component.NONE) {
            component.rung = Component.Rung.VERSION;
            component.choose(component.previous(), Component.NONE);
            component.forgetFailures();
            say(component, "died too often: back to version " + component.manifest().name());
            restart(component, 0);
        } else {
            switch (component.manifest().exhausted()) {
                case TOMBSTONE -> giveUp(component);
                case REBOOT -> {
                    say(component, "died too often: the machine restarts");
                    Supervising.reboot();
                }
            }
        }
    }

    private void giveUp(Component component) {
        say(component, "died too often and is given up");
        tombstones.lay(component, ComponentInfo.State.GIVEN_UP);
    }

    private void say(Component component, String decision) {
        history.decision(component, decision);
        Log.line("supervisor: " + component.name() + ' ' + decision);
    }
}
