package org.bulkhead.builder.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.bulkhead.builder.scenario.report.ScenarioReport;
import org.bulkhead.builder.scenario.run.ScenarioBatch;

/** Shows on standard error how far a batch of scenarios is: a line for each that has ended, and on a terminal below them a changing one. */
final class BatchProgress {
    private static final String ERASE = "\r\033[K";

    private final PrintWriter err;
    private final int total;
    private final boolean isTerminal = System.console() != null;

    BatchProgress(PrintWriter err, int total) {
        this.err = err;
        this.total = total;
    }

    void finished(ScenarioReport report) {
        erase();
        err.printf("%-8s %s (%.1f s)%n", report.passed() ? "passed" : "FAILED", report.scenario(), report.totals().hostMilliseconds() / 1000.0);
        report.problems().forEach(each -> err.println("    " + each.lines().findFirst().orElse("")));
        err.flush();
    }

    void update(ScenarioBatch.Progress progress) {
        if (isTerminal) {
            String running = progress.running().entrySet().stream().map(each -> each.getKey() + " " + each.getValue() + " s").collect(Collectors.joining(", "));
            err.printf("%s%d of %d scenarios: %d passed, %d failed, %d to come; running: %s", ERASE, progress.passed() + progress.failed(), total, progress.passed(), progress.failed(), progress.left(), running);
            err.flush();
        }
    }

    void end() {
        erase();
        err.flush();
    }

    private void erase() {
        if (isTerminal) {
            err.print(ERASE);
        }
    }
}
