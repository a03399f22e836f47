package org.bulkhead.builder.scenario.judge;

import java.util.List;
import java.util.stream.Collectors;
import org.bulkhead.builder.scenario.MarkedLine;
import org.bulkhead.servers.scenario.Requirement;

/**
 * The system printed certain marked lines, and each of them has certain values.
 *
 * @param line which lines
 * @param values what each of them must say
 * @param count how many there must be
 */
public record LineSays(LinePattern line, List<Requirement> values, Requirement count) implements Expectation {
    /** Key of the requirement on the number of lines, for messages. */
    public static final String LINES = "lines:";

    @Override
    public Finding judge(Evidence evidence) {
        List<MarkedLine> lines = line.in(evidence);
        List<MarkedLine> wrong = lines.stream().filter(each -> !LinePattern.meets(each, values)).toList();
        boolean enough = count.isMet(Integer.toString(lines.size()));
        String expected = count + (values.isEmpty() ? "" : "; " + describe(values));
        String found = LINES + " " + lines.size() + (wrong.isEmpty() ? values.isEmpty() || lines.isEmpty() ? "" : "; " + shown(lines.get(lines.size() - 1)) : "; " + shown(wrong.get(0)));
        return new Finding(line.toString(), expected, found, enough && wrong.isEmpty());
    }

    private static String describe(List<Requirement> requirements) {
        return requirements.stream().map(Requirement::toString).collect(Collectors.joining(", "));
    }

    private String shown(MarkedLine each) {
        return values.stream().map(value -> value.key() + " " + each.values().getOrDefault(value.key(), "is missing")).collect(Collectors.joining(", "));
    }
}
