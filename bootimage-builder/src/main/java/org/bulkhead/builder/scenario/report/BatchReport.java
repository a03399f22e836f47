package org.bulkhead.builder.scenario.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.bulkhead.builder.report.TextTable;
import org.bulkhead.builder.scenario.judge.Finding;

/**
 * The verdict on several scenarios.
 *
 * @param passed whether all passed
 * @param scenarios the report of each
 */
@JsonPropertyOrder({"passed", "scenarios"})
public record BatchReport(boolean passed, List<ScenarioReport> scenarios) {
    /** Returns the report of some scenarios. */
    public static BatchReport of(List<ScenarioReport> scenarios) {
        return new BatchReport(scenarios.stream().allMatch(ScenarioReport::passed), List.copyOf(scenarios));
    }

    /** Returns a table for people, what was wrong, and a last line that sums up. */
    public String text() {
        TextTable table = new TextTable("scenario", "verdict", "must hold", "held", "deaths", "most instructions to service", "host time");
        for (ScenarioReport each : scenarios) {
            long held = each.findings().stream().filter(Finding::holds).count();
            table.row(each.scenario(), each.passed() ? "passed" : "FAILED", each.findings().size(), held, each.totals().deaths(),
                each.totals().instructionsToServiceMost() == 0 ? "-" : String.format("%,d", each.totals().instructionsToServiceMost()), String.format("%.1f s", each.totals().hostMilliseconds() / 1000.0));
        }
        StringBuilder text = new StringBuilder(table.toString());
        for (ScenarioReport each : scenarios) {
            each.problems().forEach(problem -> text.append("problem: ").append(each.scenario()).append(": ").append(problem).append('\n'));
        }
        long failed = scenarios.stream().filter(each -> !each.passed()).count();
        return text.append(String.format("%d scenarios, %d passed, %d failed%n", scenarios.size(), scenarios.size() - failed, failed)).toString();
    }
}
