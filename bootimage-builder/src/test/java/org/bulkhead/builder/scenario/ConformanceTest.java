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
import org.bulkhead.servers.conformance.Case;
import org.bulkhead.servers.conformance.Suite;
import org.bulkhead.servers.conformance.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The judge is strict, and the suite covers every topic. */
class ConformanceTest {
    private static final int CASES = 80;

    private static ConformanceReport judge(String text) {
        ScenarioContext context = new ScenarioContext(Path.of("unused"), EmulatorKind.QEMU, Duration.ofSeconds(1), 0, Path.of("unused"),
                new PrintWriter(new StringWriter()));
        return new Conformance().judge(context, new ScenarioRun(MarkedLine.in(text), Ending.POWERED_OFF, "", 0));
    }

    private static String good() {
        StringBuilder text = new StringBuilder();
        for (int fast = 0; fast <= 1; fast++) {
            for (Case each : Suite.all()) {
                text.append("@case topic=").append(each.topic()).append(" fast=").append(fast).append(" name=").append(each.name().replace(' ', '~')).append(" result=PASSED\n");
            }
        }
        return text.append(trace(Suite.all().size())).append("@scenario done\n").toString();
    }

    /** So many messages, sent, begun and ended. */
    private static String trace(int messages) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < messages; i++) {
            text.append("@trace from=").append(3 * i).append(" to=").append(3 * i + 3).append(" events=0.4.1.7.9.").append(i).append(",1.5.1.7.9.").append(i).append(",2.4.1.7.0.").append(i)
                    .append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource
    void everyTopicHasCases(Topic topic) {
        assertTrue(Suite.all().stream().filter(each -> each.topic() == topic).count() >= 2, topic::name);
    }

    @Test
    void thereAreManyCasesWithNamesOfTheirOwn() {
        List<Case> all = Suite.all();
        assertTrue(all.size() >= CASES, all.size() + " cases");
        assertEquals(all.size(), all.stream().map(Case::name).distinct().count());
    }

    @Test
    void acceptsThatEveryPromiseIsKept() {
        ConformanceReport report = judge(good());
        assertTrue(report.passed(), report.problems()::toString);
        assertEquals(2 * Suite.all().size(), report.cases().size(), "both ways");
    }

    @Test
    void saysWhatWasExpectedAndWhatWasFound() {
        ConformanceReport report = judge(good().replaceFirst("result=PASSED", "result=FAILED what=client~call expected=waits actual=NO_CREDIT"));
        assertFalse(report.passed());
        assertEquals(List.of("DELIVERY, \"" + Suite.all().get(0).name() + "\": client call was to be waits, and was NO_CREDIT"), report.problems());
    }

    @Test
    void findsACaseThatWasNotPlayedOrIsUnknownOrCameTwice() {
        String line = good().lines().findFirst().orElseThrow() + "\n";
        assertFalse(judge(good().replace(line, "")).passed());
        assertFalse(judge(good() + line).passed());
        assertFalse(judge(good() + line.replace("name=", "name=not~")).passed());
    }

    @Test
    void findsWhatTheModelDoesNotAllow() {
        ConformanceReport report = judge(good().replace("2.4.1.7.0.5\n", "2.4.1.7.-18.5\n"));
        assertFalse(report.passed());
        assertTrue(report.problems().get(0).startsWith("the nucleus's trace: event 17 is not allowed: OFFLINE"), report.problems()::toString);
    }

    @Test
    void findsATraceWithGapsOrNonsenseOrWithoutEvents() {
        assertFalse(judge(good().replaceFirst("@trace from=15 .*\\R", "")).passed());
        assertFalse(judge(good().replaceFirst("events=0.4", "events=9.4")).passed());
        assertFalse(judge(good().replaceAll("@trace .*\\R", "")).passed());
    }

    @Test
    void findsAnEarlyEnd() {
        assertFalse(judge(good().replace("@scenario done\n", "")).passed());
    }
}
