package org.bulkhead.builder.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.emulator.Ending;
import org.bulkhead.servers.intruder.Deed;
import org.junit.jupiter.api.Test;

/** The judge is strict, and knows every deed that the intruder knows. */
class ForbiddenThingsTest {
    private static DeedsReport judge(String text) {
        ScenarioContext context = new ScenarioContext(Path.of("unused"), EmulatorKind.QEMU, Duration.ofSeconds(1), 0, Path.of("unused"),
                new PrintWriter(new StringWriter()));
        return new ForbiddenThings().judge(context, new ScenarioRun(MarkedLine.in(text), Ending.POWERED_OFF, "", 0));
    }

    private static String good() {
        StringBuilder text = new StringBuilder();
        for (DeedsReport.Deed deed : judge("").deeds()) {
            text.append("@intruder deed=").append(deed.deed()).append(" result=").append(deed.expected()).append('\n');
        }
        return text.append("@scenario done\n").toString();
    }

    @Test
    void knowsEveryDeed() {
        assertEquals(List.of(Deed.values()).stream().map(Deed::name).toList(), judge("").deeds().stream().map(DeedsReport.Deed::deed).toList());
    }

    @Test
    void acceptsThatAllEndsAsItMust() {
        assertTrue(judge(good()).passed(), judge(good()).problems()::toString);
    }

    @Test
    void findsADeedThatSucceeded() {
        DeedsReport report = judge(good().replace("deed=WRITE_CODE result=WILD_ACCESS", "deed=WRITE_CODE result=EXIT"));
        assertFalse(report.passed());
        assertEquals(List.of("deed WRITE_CODE ended with EXIT instead of WILD_ACCESS"), report.problems());
    }

    @Test
    void findsADeedThatWasNotTried() {
        assertFalse(judge(good().replaceFirst("@intruder deed=EXECUTE_DATA.*\\R", "")).passed());
    }

    @Test
    void findsAnEarlyEnd() {
        assertFalse(judge(good().replace("@scenario done\n", "")).passed());
    }
}
