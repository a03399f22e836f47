package org.bulkhead.builder.scenario.judge;

import java.util.List;
import org.bulkhead.builder.scenario.MarkedLine;
import org.bulkhead.servers.scenario.Requirement;

/**
 * What a component is at the end, as the conductor told it.
 *
 * @param component its name
 * @param values what must hold of its line {@code @component}: state, incarnation, bytes
 */
public record StateIs(String component, List<Requirement> values) implements Expectation {
    private static final long PAGE = 4096;

    @Override
    public Finding judge(Evidence evidence) {
        List<MarkedLine> lines = evidence.lines("component").stream().filter(each -> component.equals(each.values().get("name"))).toList();
        String expected = String.join(", ", values.stream().map(Requirement::toString).toList());
        if (lines.size() != 1) {
            return new Finding(component + " at the end", expected, lines.isEmpty() ? "the system did not tell" : "the system told it " + lines.size() + " times", false);
        }
        MarkedLine line = lines.get(0);
        String found = String.join(", ", values.stream().map(each -> each.key() + " " + value(line, each.key())).toList());
        return new Finding(component + " at the end", expected, found, values.stream().allMatch(each -> each.isMet(value(line, each.key()))));
    }

    private static String value(MarkedLine line, String key) {
        return key.equals("bytes") ? Long.toString(line.number("pages") * PAGE) : line.text(key);
    }
}
