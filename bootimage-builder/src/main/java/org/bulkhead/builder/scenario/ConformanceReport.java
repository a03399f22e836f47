package org.bulkhead.builder.scenario;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.report.TextTable;

/**
 * The verdict on a run of {@link Conformance}.
 *
 * @param cases what was played, in the order of topics; each twice, without and with the fast path
 * @param traceEvents events of the nucleus's trace that were held against the model
 * @param milliseconds time that it took on the host
 */
@JsonPropertyOrder({"scenario", "passed", "cases", "traceEvents", "problems", "emulator", "milliseconds"})
public record ConformanceReport(String scenario, boolean passed, List<Played> cases, int traceEvents, List<String> problems, String emulator, long milliseconds) implements Verdict {
    /** What a case's result is if its promise was kept. */
    static final String PASSED = "PASSED";

    /**
     * A case that was played.
     *
     * @param name the promise
     * @param fastPath whether calls took the fast path
     * @param result {@link #PASSED}, or what was expected and what was found
     */
    public record Played(String topic, String name, boolean fastPath, String result) {
        /** Returns whether the promise was kept. */
        boolean isPassed() {
            return result.equals(PASSED);
        }
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        Map<String, Map<String, String[]>> topics = new LinkedHashMap<>();
        for (Played each : cases) {
            topics.computeIfAbsent(each.topic(), topic -> new LinkedHashMap<>()).computeIfAbsent(each.name(), name -> new String[] {"-", "-"})[each.fastPath() ? 1 : 0] =
                    each.isPassed() ? "ok" : "FAILED";
        }
        TextTable table = new TextTable("topic", "case", "slow", "fast");
        topics.forEach((topic, names) -> names.forEach((name, results) -> table.row(topic, name, results[0], results[1])));
        text.append(table);
        long passed = cases.stream().filter(Played::isPassed).count();
        long names = cases.stream().map(Played::name).distinct().count();
        return text.append(String.format("%d cases, played %d times, %d passed; %d events of the trace checked; %d ms%n", names, cases.size(), passed, traceEvents, milliseconds)).toString();
    }
}
