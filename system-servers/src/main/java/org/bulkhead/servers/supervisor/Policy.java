package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.nucleus.abi.DeathReason;

/** Decides what becomes of a component that has died: its manifest's policy, and the plan of its restarts. */
final class Policy {
    /** What is to be done about a component now. */
    enum Decision {
        /** Nothing: it stays as it is, or the timetable will start it. */
        REST,
        /** It is to be started at once. */
        START
    }

    private static final long NANOS_PER_MILLI = 1_000_000L;

    /** Decides about a component that has just died for {@code reason}, and sets its state unless it is to be started at once. */
    Decision afterDeath(Component component, DeathReason reason, long detail) {
        RestartPolicy policy = component.manifest().restartPolicy();
        boolean orderly = reason == DeathReason.EXIT && detail == 0 || reason == DeathReason.KILLED;
        Component.Request request = component.request;
        component.request = Component.Request.NONE;
        if (request == Component.Request.RESTART) {
            return Decision.START;
        }
        if (request == Component.Request.DOWN || policy == RestartPolicy.TEMPORARY || policy == RestartPolicy.TRANSIENT && orderly) {
            component.state = ComponentInfo.State.STOPPED;
            return Decision.REST;
        }
        // A kill on request says nothing against the component.
        return reason == DeathReason.KILLED ? Decision.START : afterFailure(component);
    }

    /** Decides about a component that failed now, and sets its state unless it is to be started at once. */
    Decision afterFailure(Component component) {
        long now = Nucleus.now();
        long delay = component.plan.afterDeath(component.startedAt, now);
        if (delay == RestartPlan.GIVE_UP) {
            giveUp(component);
            return Decision.REST;
        }
        if (delay == 0) {
            return Decision.START;
        }
        component.state = ComponentInfo.State.WAITING;
        component.restartAt = now + delay;
        Log.line("supervisor: " + component.name() + " will be restarted in " + delay / NANOS_PER_MILLI + " ms");
        return Decision.REST;
    }

    private static void giveUp(Component component) {
        component.state = ComponentInfo.State.GIVEN_UP;
        Log.line("supervisor: " + component.name() + " died too often and is given up");
        if (component.queue != Component.NONE) {
            Supervising.close(component.queue);
            component.queue = Component.NONE;
        }
    }
}
