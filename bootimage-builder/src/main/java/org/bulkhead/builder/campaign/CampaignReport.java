package org.bulkhead.builder.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.bulkhead.builder.report.JsonFile;
import org.bulkhead.builder.report.TextTable;
import org.bulkhead.builder.report.WholeFile;

/** What became of a campaign's faults, by class, by driver, and altogether. */
public final class CampaignReport {
    private static final String ALL = "all";

    private final ResultFile results;

    public CampaignReport(ResultFile results) {
        this.results = results;
    }

    /**
     * Faults of one kind.
     *
     * @param faults how many
     * @param reached how many of them were executed, or read
     * @param deaths faults of which an isolate died
     * @param outcomes how often each outcome came
     */
    public record Row(long faults, long reached, long deaths, Map<Outcome, Long> outcomes) {
        private static Row of(List<FaultResult> some) {
            Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
            for (Outcome each : Outcome.values()) {
                outcomes.put(each, some.stream().filter(result -> result.outcome() == each).count());
            }
            return new Row(some.size(), some.stream().filter(FaultResult::reached).count(), some.stream().filter(each -> !each.deaths().isEmpty()).count(), outcomes);
        }
    }

    private Map<String, Row> by(Function<FaultResult, String> key) {
        Map<String, List<FaultResult>> groups = new LinkedHashMap<>();
        results.header().classes().forEach(each -> groups.put(each.key(), new ArrayList<>()));
        results.header().drivers().forEach(each -> groups.put(each, new ArrayList<>()));
        results.results().forEach(each -> groups.computeIfAbsent(key.apply(each), name -> new ArrayList<>()).add(each));
        Map<String, Row> rows = new LinkedHashMap<>();
        groups.forEach((name, some) -> {
            if (!some.isEmpty()) {
                rows.put(name, Row.of(some));
            }
        });
        rows.put(ALL, Row.of(results.results()));
        return rows;
    }

    /** Returns whether neither the nucleus crashed nor wrong data passed for right. */
    public boolean passed() {
        return results.results().stream().noneMatch(CampaignReport::isFailure);
    }

    private static boolean isFailure(FaultResult result) {
        return result.outcome() == Outcome.NUCLEUS_CRASH || result.outcome() == Outcome.SILENT_CORRUPTION;
    }

    private Map<String, Row> byClass() {
        return by(each -> each.kind().key());
    }

    private Map<String, Row> byDriver() {
        return by(FaultResult::driver);
    }

    private static String[] headings(String first) {
        List<String> headings = new ArrayList<>(List.of(first, "faults", "reached", "died"));
        for (Outcome each : Outcome.values()) {
            headings.add(each.words());
        }
        return headings.toArray(String[]::new);
    }

    static Object[] cells(String name, Row row) {
        List<Object> cells = new ArrayList<>(List.of(name, number(row.faults), number(row.reached), number(row.deaths)));
        row.outcomes.values().forEach(each -> cells.add(number(each)));
        return cells.toArray();
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private String summary() {
        CampaignHeader header = results.header();
        return String.format(Locale.ROOT, "%,d of %,d faults, seed %d, image %s", results.results().size(), header.faults(), header.seed(), header.image());
    }

    /** Returns it for a terminal. */
    public String text() {
        return summary() + "\n\n" + table("class", byClass()) + "\n" + table("driver", byDriver());
    }

    private static TextTable table(String first, Map<String, Row> rows) {
        TextTable table = new TextTable(headings(first));
        rows.forEach((name, row) -> table.row(cells(name, row)));
        return table;
    }

    /** Returns the tables of docs/dependability.md. */
    public String markdown() {
        StringBuilder text = new StringBuilder(summary()).append(".\n\n");
        append(text, "class", byClass());
        text.append('\n');
        append(text, "driver", byDriver());
        return text.toString();
    }

    private static void append(StringBuilder text, String first, Map<String, Row> rows) {
        String[] headings = headings(first);
        text.append("| ").append(String.join(" | ", headings)).append(" |\n|").append("---|").append("--:|".repeat(headings.length - 1)).append('\n');
        rows.forEach((name, row) -> {
            text.append('|');
            for (Object cell : cells(name, row)) {
                text.append(' ').append(cell).append(" |");
            }
            text.append('\n');
        });
    }

    /** Writes report.json and report.html to a folder. */
    public void write(Path folder) {
        CampaignPage page = new CampaignPage(summary());
        page.section("By class", headings("class"), byClass());
        page.section("By driver", headings("driver"), byDriver());
        WholeFile.write(folder.resolve("report.html"), page.html(results.results().stream().filter(CampaignReport::isFailure).count()));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("campaign", results.header());
        report.put("passed", passed());
        report.put("classes", byClass());
        report.put("drivers", byDriver());
        JsonFile.write(folder.resolve("report.json"), report);
    }
}
