package org.bulkhead.builder.postmortem;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bulkhead.builder.report.TextTable;

/** Findings for people: a heading for each death, then what is known of it, from where it was inwards. */
final class FindingText {
    private static final int REGISTERS_PER_LINE = 4;

    private final UnaryOperator<String> heading;
    private final StringBuilder text = new StringBuilder();

    /** Begins an empty text whose headings are marked by {@code heading}. */
    FindingText(UnaryOperator<String> heading) {
        this.heading = heading;
    }

    /** Adds what a nucleus that gave up left, besides the deaths. */
    FindingText dump(NucleusDump dump, int logLines, int traceLines) {
        head("The nucleus gave up: " + dump.reason());
        line("dump " + dump.number() + " in a row of restarts");
        section("log, the last lines", dump.log().lines().toList(), logLines);
        section("trace, the last events", dump.trace(), traceLines);
        return this;
    }

    private void section(String title, List<String> lines, int count) {
        line(title + ":");
        lines.subList(Math.max(0, lines.size() - count), lines.size()).forEach(each -> line("  " + each));
    }

    /** Adds a table of deaths. */
    FindingText list(Iterable<Finding> findings) {
        TextTable table = new TextTable("number", "component", "reason", "seconds", "outage, ticks", "where");
        for (Finding each : findings) {
            table.row(each.number(), title(each), each.reason(), String.format("%.3f", each.seconds()), each.outageTicks() == 0 ? "-" : each.outageTicks(), each.stack().get(0).place());
        }
        text.append(table);
        return this;
    }

    /** Adds all that is known of a death. */
    FindingText death(Finding finding) {
        line("");
        head("Death " + finding.number() + ": " + title(finding) + " died of " + finding.reason() + " at " + String.format("%.6f", finding.seconds()) + " s");
        line("cause       " + finding.cause());
        if (!finding.text().isEmpty()) {
            line("said        " + finding.text());
        }
        Finding.Request request = finding.request();
        line("in service  " + (request == null ? "nothing" : request.call() + (request.repeatable() ? ", may be repeated" : "") + ", from badge " + request.badge()));
        line("outage      " + (finding.outageTicks() == 0 ? "not over when this was written" : finding.outageTicks() + " ticks until its service had completed a request again"));
        line("stack");
        finding.stack().forEach(each -> line("  " + each.address() + "  " + each.place()));
        line("code        " + (finding.code().isEmpty() ? "none in the image" : finding.code()));
        line("registers");
        registers(finding.registers());
        line("memory      " + finding.memory());
        line("processor   " + finding.processor());
        line("trace       " + (finding.trace().isEmpty() ? "nothing" : ""));
        finding.trace().forEach(each -> line("  " + each));
        return this;
    }

    private void registers(Map<String, String> registers) {
        for (Iterator<Map.Entry<String, String>> rest = registers.entrySet().iterator(); rest.hasNext();) {
            StringBuilder line = new StringBuilder(" ");
            for (int i = 0; i < REGISTERS_PER_LINE && rest.hasNext(); i++) {
                Map.Entry<String, String> register = rest.next();
                line.append(String.format(" %-6s %s", register.getKey(), register.getValue()));
            }
            line(line.toString());
        }
    }

    private static String title(Finding finding) {
        return finding.component() + '[' + finding.incarnation() + ']';
    }

    private void head(String line) {
        line(heading.apply(line));
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
