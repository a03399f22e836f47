package org.bulkhead.servers.scenario;

import java.util.List;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.ComponentStatus;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;

/** Tells whether conditions hold. */
final class Watch {
    private final Supervision supervision;
    private final LogWatch log;
    private final DeathWatch deaths;
    private final long[] cues;

    /** Watches for the conditions of a plan from now on. */
    Watch(Supervision supervision, Plan plan) {
        this.supervision = supervision;
        log = new LogWatch(supervision);
        deaths = new DeathWatch(supervision);
        cues = new long[Conductor.CUES];
        for (Step each : plan.steps()) {
            each.conditions().forEach(log::add);
            each.until().forEach(log::add);
        }
        log.begin();
    }

    /** Takes up what has been logged since the last look. */
    void look() {
        log.look();
    }

    /** Takes note of a cue. */
    void cued(int cue) {
        cues[cue]++;
    }

    /** Returns whether all of the conditions hold, and uses up the cues that they have waited for. */
    boolean hold(List<Condition> conditions) {
        for (Condition each : conditions) {
            if (!holds(each)) {
                return false;
            }
        }
        for (Condition each : conditions) {
            if (each.kind() == Condition.Kind.CUE) {
                cues[(int) each.count()]--;
            }
        }
        return true;
    }

    private boolean holds(Condition condition) {
        String target = condition.target();
        return switch (condition.kind()) {
            case LINE, LOG -> log.count(condition) >= condition.count();
            case ENDED -> !isRunning(target);
            case ALIVE -> status(target).state() == ComponentInfo.State.ALIVE;
            case READY -> status(target).ready();
            case GIVEN_UP -> status(target).state() == ComponentInfo.State.GIVEN_UP;
            case DEATHS, SERVED -> {
                // Only now: it takes several requests to the supervisor.
                deaths.look();
                yield deaths.deaths(target) >= condition.count() && (condition.kind() == Condition.Kind.DEATHS || deaths.isServed(target));
            }
            case CUE -> cues[(int) condition.count()] > 0;
        };
    }

    private boolean isRunning(String name) {
        try {
            return supervision.isRunning(name);
        } catch (SupervisionException e) {
            throw new IllegalStateException("the plan names " + name + ", which is no component of the image", e);
        }
    }

    private ComponentStatus status(String name) {
        int index = 0;
        for (ComponentStatus each = supervision.status(index); each != null; each = supervision.status(++index)) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new IllegalStateException("the plan names " + name + ", which is no component of the image");
    }
}
