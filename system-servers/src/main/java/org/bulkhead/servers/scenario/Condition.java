package org.bulkhead.servers.scenario;

import java.util.List;

/**
 * What a step of a plan waits for.
 *
 * @param kind what is looked at
 * @param target name of a component; of a marked line its word; of the log a text that is part of a line
 * @param count how many times, or the number of a cue
 * @param requirements what the values of a marked line must be
 */
public record Condition(Kind kind, String target, long count, List<Requirement> requirements) {
    /** What is looked at. */
    public enum Kind {
        /** The log has had {@link #count} marked lines with that word that meet the requirements, since the plan began. */
        LINE,
        /** The log has had {@link #count} lines with that text in them, since the plan began. */
        LOG,
        /** The program is not running, and will not be restarted. */
        ENDED,
        /** The component is alive. */
        ALIVE,
        /** The component is alive, and has begun to receive. */
        READY,
        /** The component has been given up, and its service answers OFFLINE. */
        GIVEN_UP,
        /** The component has died {@link #count} times since the machine was switched on. */
        DEATHS,
        /** The component has died {@link #count} times at least, and its service has completed a request after each death so far. */
        SERVED,
        /** A program has sent the conductor the cue number {@link #count}. Nothing is more exact: no look at the log is waited for. */
        CUE
    }

    /** Makes a condition whose list of requirements cannot change. */
    public Condition {
        requirements = List.copyOf(requirements);
    }

    /**
     * {@return a condition about a component}
     *
     * @param kind one that is about components
     * @param target the component's name
     * @param count how many times
     */
    public static Condition of(Kind kind, String target, long count) {
        return new Condition(kind, target, count, List.of());
    }
}
