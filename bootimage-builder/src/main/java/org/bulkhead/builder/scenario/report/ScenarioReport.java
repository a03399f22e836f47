package org.bulkhead.builder.scenario.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.report.TextTable;
import org.bulkhead.builder.scenario.MarkedLine;
import org.bulkhead.builder.scenario.file.ScenarioFile;
import org.bulkhead.builder.scenario.judge.Death;
import org.bulkhead.builder.scenario.judge.DigestIs;
import org.bulkhead.builder.scenario.judge.Evidence;
import org.bulkhead.builder.scenario.judge.Expectation;
import org.bulkhead.builder.scenario.judge.Finding;

/**
 * The verdict on a run; its components but the last two are what {@code report.json} holds.
 *
 * @param scenario its name
 * @param shows what it shows
 * @param passed whether all findings hold
 * @param findings what must hold, and what was found
 * @param digestExpected SHA-256 that the host computed, if the scenario has a program compute one
 * @param digestActual SHA-256 that the program printed, likewise
 * @param deaths the deaths that the system reported, in order
 * @param totals sums over the run
 * @param samples the services' work over time
 * @param problems what was wrong, one line each
 * @param emulator the emulator's name
 * @param seed from which the contents of disks follow
 * @param file the scenario
 * @param evidence all that the run left behind
 */
@JsonPropertyOrder({"scenario", "shows", "passed", "findings", "digestExpected", "digestActual", "deaths", "totals", "samples", "problems", "emulator", "seed"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScenarioReport(String scenario, String shows, boolean passed, List<Finding> findings, String digestExpected, String digestActual, List<Death> deaths, Totals totals, List<Sample> samples,
        List<String> problems, String emulator, long seed, @JsonIgnore ScenarioFile file, @JsonIgnore Evidence evidence) {
    private static final int CELL_LIMIT = 80;

    /**
     * Sums over a run.
     *
     * @param deaths number of deaths reported
     * @param instructionsToServiceTotal sum over the deaths that were followed by service
     * @param instructionsToServiceMost largest of the deaths
     * @param hostMilliseconds time that the run took on the host
     */
    public record Totals(int deaths, long instructionsToServiceTotal, long instructionsToServiceMost, long hostMilliseconds) {}

    /**
     * The services' work up to a moment.
     *
     * @param ticks time-stamp counter at that moment
     * @param messages how many messages had arrived in each service's queue
     */
    public record Sample(long ticks, Map<String, Long> messages) {}

    /** Returns the report of a run that was judged. */
    public static ScenarioReport of(ScenarioFile file, EmulatorKind kind, long seed, Evidence evidence, List<Finding> findings) {
        List<Death> deaths = deathsOf(evidence);
        List<Long> times = deaths.stream().map(Death::instructionsToService).filter(each -> each > 0).toList();
        Totals totals = new Totals(deaths.size(), times.stream().mapToLong(Long::longValue).sum(), times.stream().mapToLong(Long::longValue).max().orElse(0), evidence.milliseconds());
        Optional<Finding> digest = file.expectations().stream().filter(DigestIs.class::isInstance).findFirst().map((Expectation each) -> each.judge(evidence));
        List<String> problems = findings.stream().filter(each -> !each.holds()).map(Finding::problem).toList();
        return new ScenarioReport(file.name(), file.shows(), problems.isEmpty(), List.copyOf(findings), digest.map(Finding::expected).orElse(null), digest.map(Finding::found).orElse(null), deaths, totals,
            samplesOf(evidence), problems, kind.name().toLowerCase(Locale.ROOT), seed, file, evidence);
    }

    private static List<Death> deathsOf(Evidence evidence) {
        try {
            // A program that ends in order is told like a death, and is none.
            return evidence.deaths().stream().filter(each -> !each.isOrderly()).toList();
        } catch (UserProblem e) {
            // The expectation about deaths says what is wrong with them.
            return List.of();
        }
    }

    private static List<Sample> samplesOf(Evidence evidence) {
        List<Sample> samples = new ArrayList<>();
        for (MarkedLine each : evidence.lines("sample")) {
            Map<String, Long> messages = new LinkedHashMap<>();
            each.values().keySet().stream().filter(key -> !key.equals("ticks")).forEach(key -> messages.put(key, each.number(key)));
            samples.add(new Sample(each.number("ticks"), messages));
        }
        return samples;
    }

    /** Returns the tables that people see. */
    public String text() {
        StringBuilder text = new StringBuilder();
        if (!deaths.isEmpty()) {
            TextTable table = new TextTable("#", "isolate", "incarnation", "reason", "detail", "instructions to service");
            int number = 0;
            for (Death death : deaths) {
                number++;
                table.row(number, death.isolate(), death.incarnation(), death.reason(), death.detail(), death.instructionsToService() > 0 ? String.format("%,d", death.instructionsToService()) : "-");
            }
            text.append(table);
        }
        if (digestExpected != null) {
            text.append("digest expected  ").append(digestExpected).append("\ndigest actual    ").append(digestActual).append('\n');
        }
        text.append(text.isEmpty() ? "" : "\n");
        file.judge().ifPresent(each -> text.append(each.text(evidence)).append('\n'));
        TextTable table = new TextTable("", "what must hold", "found");
        findings.forEach(each -> table.row(each.holds() ? "ok" : "FAILED", shortened(each.what()), shortened(each.found())));
        return text.append(table).append(String.format("%.1f s of host time, %s, seed %d%n", totals.hostMilliseconds / 1000.0, emulator, seed)).toString();
    }

    /** What does not hold is told at length below the table. */
    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= CELL_LIMIT ? line : line.substring(0, CELL_LIMIT - 1) + "…";
    }
}
