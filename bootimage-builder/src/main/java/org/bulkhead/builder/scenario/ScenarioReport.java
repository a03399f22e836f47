package org.bulkhead.builder.scenario;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.bulkhead.builder.report.TextTable;

/**
 * The verdict on a run; written as {@code report.json}.
 *
 * @param scenario its name
 * @param passed whether there are no problems
 * @param digestExpected SHA-256 of the disk as the host computed it
 * @param digestActual SHA-256 of the disk as the system printed it; empty if it printed none
 * @param deaths the deaths that the system reported, in order
 * @param totals sums over the run
 * @param problems what was wrong, one line each
 * @param emulator the emulator's name
 * @param seed from which the disk's contents follow
 */
@JsonPropertyOrder({"scenario", "passed", "digestExpected", "digestActual", "deaths", "totals", "problems", "emulator", "seed"})
public record ScenarioReport(String scenario, boolean passed, String digestExpected, String digestActual, List<Death> deaths,
        Totals totals, List<String> problems, String emulator, long seed) implements Verdict {

    /**
     * Sums over a run.
     *
     * @param deaths number of deaths reported
     * @param bytesRead bytes that the system says it read
     * @param instructionsToServiceTotal sum over the deaths
     * @param instructionsToServiceMost largest of the deaths
     * @param hostMilliseconds time that the run took on the host
     */
    public record Totals(int deaths, long bytesRead, long instructionsToServiceTotal, long instructionsToServiceMost, long hostMilliseconds) {
    }

    @Override
    public String text() {
        TextTable table = new TextTable("#", "isolate", "incarnation", "reason", "detail", "instructions to service");
        int number = 0;
        for (Death death : deaths) {
            number++;
            table.row(number, death.isolate(), death.incarnation(), death.reason(), death.detail(), String.format("%,d", death.instructionsToService()));
        }
        return table
                + "digest expected  " + digestExpected + "\n"
                + "digest actual    " + (digestActual.isEmpty() ? "none" : digestActual) + "\n"
                + String.format("bytes read       %,d, in %.1f s of host time (%s)%n", totals.bytesRead, totals.hostMilliseconds / 1000.0, emulator);
    }
}
