package org.bulkhead.builder.scenario.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bulkhead.builder.scenario.MarkedLine;

/**
 * Marked lines make up a table, of which every row is known: each name comes once with the value that it must have, and no other name comes.
 *
 * @param line which lines
 * @param key of the names
 * @param value key of the values
 * @param rows the value for each name
 */
public record TableIs(LinePattern line, String key, String value, Map<String, String> rows) implements Expectation {
    @Override
    public Finding judge(Evidence evidence) {
        Map<String, String> wrong = new LinkedHashMap<>();
        Map<String, String> missing = new TreeMap<>(rows);
        List<MarkedLine> lines = line.in(evidence);
        for (MarkedLine each : lines) {
            String name = each.values().getOrDefault(key, "(no " + key + ")");
            String found = each.values().getOrDefault(value, "(no " + value + ")");
            String expected = rows.get(name);
            if (missing.remove(name) == null) {
                wrong.put(name, expected == null ? found + ", and it is unknown" : found + " once more");
            } else if (!found.equals(expected)) {
                wrong.put(name, found + " instead of " + expected);
            }
        }
        missing.keySet().forEach(each -> wrong.put(each, "not reported"));
        String found = wrong.isEmpty() ? lines.size() + " as expected" : wrong.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()).collect(Collectors.joining("; "));
        return new Finding("each " + key + " in " + line, rows.size() + " with the " + value + " that the file says, once each", found, wrong.isEmpty());
    }
}
