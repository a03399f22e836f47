package org.bulkhead.servers.scenario;

import java.util.List;

/**
 * A step of a plan: when it is done, how often, and what.
 *
 * @param number its number in the plan, from 1 on
 * @param trigger what it waits for first
 * @param conditions all of them must hold, for {@link Trigger#WHEN}; none otherwise
 * @param delayNanos how long it waits then, in nanoseconds of the machine's time
 * @param periodNanos how long it waits before each repetition; 0 if it is done once
 * @param times how often it is done; 0 for without end
 * @param until it is not done any more when all of these hold; none if there is no such end
 * @param action what is done
 * @param target name of the component that it is done to; empty if to none
 * @param argument number that goes with the action
 * @param text that goes with the action
 * @param refusal what a refusal means
 */
public record Step(int number, Trigger trigger, List<Condition> conditions, long delayNanos, long periodNanos, long times, List<Condition> until, Action action, String target, long argument,
        String text, Refusal refusal) {
    /** What a step waits for first. */
    public enum Trigger {
        /** The beginning of the plan. */
        AT,
        /** The step before it is done, with all its repetitions. */
        AFTER,
        /** The step before it has been done once, and the conditions hold. */
        WHEN
    }

    /** What is done. */
    public enum Action {
        /** Nothing. */
        WAIT,
        /** The program is started with the argument, a component that is down or given up as well. */
        START,
        /** The component is killed; if it is permanent it comes back. */
        KILL,
        /** The component is ended, and started again. */
        RESTART,
        /** The component is ended, and not started again. */
        DOWN,
        /** A fresh instance takes the component's place, with its state. */
        REFRESH,
        /** The version of the component that the text names takes its place, or the next one if it names none. */
        UPDATE,
        /** The component is told to do wrong what the argument says, an ordinal of {@link org.bulkhead.isolate.protocol.InjectedFault}. */
        INJECT,
        /** The conductor complains about the component, for what the text says. */
        COMPLAIN,
        /** The machine's isolates, queues and frames are counted, under the name in the text. */
        INVENTORY,
        /** The host does its part, for example types something. */
        HOST,
        /** The scenario ends, and the machine is switched off. */
        END
    }

    /** What it means that the supervisor refuses what a step asks for. */
    public enum Refusal {
        /** The scenario fails. */
        FAILURE,
        /** Nothing: it may be that the component is just not there. */
        ALLOWED,
        /** That all is well: the scenario fails if the supervisor obeys. */
        EXPECTED
    }

    /** Makes a step whose lists cannot change. */
    public Step {
        conditions = List.copyOf(conditions);
        until = List.copyOf(until);
    }
}
