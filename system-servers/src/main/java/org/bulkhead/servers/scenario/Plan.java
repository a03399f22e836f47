package org.bulkhead.servers.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * What a scenario's conductor does, and when. The host makes it of a scenario's file and puts it, {@linkplain #encode encoded}, into the image.
 *
 * @param lookNanos how often conditions are looked at that nobody announces, in nanoseconds of the machine's time
 * @param sampleNanos how often the services' work is sampled; 0 for never
 * @param limitNanos after how long the conductor gives up
 * @param steps what is done
 */
public record Plan(long lookNanos, long sampleNanos, long limitNanos, List<Step> steps) {
    // Characters that no text of a plan has.
    private static final char STEP_END = '\n';
    private static final char FIELD_END = '\t';
    private static final char CONDITION_END = '\u001e';
    private static final char PART_END = '\u001f';

    private static final Step.Trigger[] TRIGGERS = Step.Trigger.values();
    private static final Step.Action[] ACTIONS = Step.Action.values();
    private static final Step.Refusal[] REFUSALS = Step.Refusal.values();
    private static final Condition.Kind[] KINDS = Condition.Kind.values();
    private static final Comparison[] COMPARISONS = Comparison.values();

    /** Makes a plan whose list cannot change. */
    public Plan {
        steps = List.copyOf(steps);
    }

    /** {@return the plan as a text of printable characters and four separators} */
    public String encode() {
        StringBuilder text = new StringBuilder();
        text.append(lookNanos).append(FIELD_END).append(sampleNanos).append(FIELD_END).append(limitNanos).append(FIELD_END).append(STEP_END);
        for (Step each : steps) {
            text.append(each.number()).append(FIELD_END).append(each.trigger().ordinal()).append(FIELD_END);
            encode(text, each.conditions());
            text.append(each.delayNanos()).append(FIELD_END).append(each.periodNanos()).append(FIELD_END).append(each.times()).append(FIELD_END);
            encode(text, each.until());
            text.append(each.action().ordinal()).append(FIELD_END).append(each.target()).append(FIELD_END).append(each.argument()).append(FIELD_END).append(each.text()).append(FIELD_END)
                .append(each.refusal().ordinal()).append(FIELD_END).append(STEP_END);
        }
        return text.toString();
    }

    private static void encode(StringBuilder text, List<Condition> conditions) {
        for (Condition each : conditions) {
            text.append(each.kind().ordinal()).append(PART_END).append(each.target()).append(PART_END).append(each.count()).append(PART_END);
            for (Requirement required : each.requirements()) {
                text.append(required.key()).append(PART_END).append(required.comparison().ordinal()).append(PART_END).append(required.value()).append(PART_END);
            }
            text.append(CONDITION_END);
        }
        text.append(FIELD_END);
    }

    /**
     * {@return the plan that was encoded}
     *
     * @param text as {@link #encode} returns it
     */
    public static Plan decode(String text) {
        List<String> lines = parts(text, STEP_END);
        List<String> head = parts(lines.get(0), FIELD_END);
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            steps.add(step(parts(lines.get(i), FIELD_END)));
        }
        return new Plan(Long.parseLong(head.get(0)), Long.parseLong(head.get(1)), Long.parseLong(head.get(2)), steps);
    }

    private static Step step(List<String> fields) {
        int i = 0;
        return new Step(Integer.parseInt(fields.get(i++)), TRIGGERS[Integer.parseInt(fields.get(i++))], conditions(fields.get(i++)), Long.parseLong(fields.get(i++)), Long.parseLong(fields.get(i++)),
            Long.parseLong(fields.get(i++)), conditions(fields.get(i++)), ACTIONS[Integer.parseInt(fields.get(i++))], fields.get(i++), Long.parseLong(fields.get(i++)), fields.get(i++),
            REFUSALS[Integer.parseInt(fields.get(i))]);
    }

    private static List<Condition> conditions(String text) {
        List<Condition> conditions = new ArrayList<>();
        for (String each : parts(text, CONDITION_END)) {
            List<String> parts = parts(each, PART_END);
            List<Requirement> requirements = new ArrayList<>();
            for (int i = 3; i < parts.size(); i += 3) {
                requirements.add(new Requirement(parts.get(i), COMPARISONS[Integer.parseInt(parts.get(i + 1))], parts.get(i + 2)));
            }
            conditions.add(new Condition(KINDS[Integer.parseInt(parts.get(0))], parts.get(1), Long.parseLong(parts.get(2)), requirements));
        }
        return conditions;
    }

    /** Returns the parts of a text, each of which ends with {@code end}. */
    private static List<String> parts(String text, char end) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        for (int i = text.indexOf(end); i >= 0; i = text.indexOf(end, begin)) {
            parts.add(text.substring(begin, i));
            begin = i + 1;
        }
        return parts;
    }
}
