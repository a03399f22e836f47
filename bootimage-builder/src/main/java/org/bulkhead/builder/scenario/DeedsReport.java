package org.bulkhead.builder.scenario;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.bulkhead.builder.report.TextTable;

/**
 * The verdict on a run of {@link ForbiddenThings}.
 *
 * @param deeds what was tried and what came of it, in order
 */
@JsonPropertyOrder({"scenario", "passed", "deeds", "problems", "emulator"})
public record DeedsReport(String scenario, boolean passed, List<Deed> deeds, List<String> problems, String emulator) implements Verdict {
    /** A deed, what came of it, and what should have. */
    public record Deed(String deed, String result, String expected) {
    }

    @Override
    public String text() {
        TextTable table = new TextTable("deed", "result", "expected");
        deeds.forEach(deed -> table.row(deed.deed(), deed.result(), deed.expected()));
        return table.toString();
    }
}
