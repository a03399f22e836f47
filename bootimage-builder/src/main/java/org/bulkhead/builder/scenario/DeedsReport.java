package org.bulkhead.builder.scenario;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bulkhead.builder.report.TextTable;

/**
 * The verdict on a run in which a program tries one thing after the other and says what came of each.
 *
 * @param deeds what was tried and what came of it, in order
 */
@JsonPropertyOrder({"scenario", "passed", "deeds", "problems", "emulator"})
public record DeedsReport(String scenario, boolean passed, List<Deed> deeds, List<String> problems, String emulator) implements Verdict {
    /** A deed, what came of it, and what should have. */
    public record Deed(String deed, String result, String expected) {
    }

    /**
     * Compares what was reported with what was expected.
     *
     * @param word of the marked lines, which have a deed and a result
     * @param expected the results by deed, in order
     * @param problems those that were found so far, to which others are added
     */
    static DeedsReport judge(String scenario, String word, Map<String, String> expected, List<MarkedLine> lines, List<String> problems, ScenarioContext context) {
        Map<String, String> results = new LinkedHashMap<>();
        for (MarkedLine line : lines) {
            if (line.word().equals(word) && results.put(line.text("deed"), line.text("result")) != null) {
                problems.add("deed " + line.text("deed") + " was reported twice");
            }
        }
        List<Deed> deeds = new ArrayList<>();
        expected.forEach((deed, wanted) -> {
            String result = results.getOrDefault(deed, "not reported");
            deeds.add(new Deed(deed, result, wanted));
            if (!result.equals(wanted)) {
                problems.add("deed " + deed + " ended with " + result + " instead of " + wanted);
            }
        });
        results.keySet().stream().filter(deed -> !expected.containsKey(deed)).forEach(deed -> problems.add("unknown deed " + deed + ": " + results.get(deed)));
        return new DeedsReport(scenario, problems.isEmpty(), deeds, problems, context.kind().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String text() {
        TextTable table = new TextTable("deed", "result", "expected");
        deeds.forEach(deed -> table.row(deed.deed(), deed.result(), deed.expected()));
        return table.toString();
    }
}
