package org.bulkhead.builder.scenario.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bulkhead.servers.conformance.Case;
import org.bulkhead.servers.conformance.Suite;
import org.bulkhead.servers.conformance.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The judge is strict, and the suite covers every topic. */
class ConformanceJudgeTest {
    private static final int CASES = 80;

    private static List<String> problems(String text) {
        return Recorded.problems(new ConformanceJudge().judge(Recorded.log(text)));
    }

    private static String good() {
        StringBuilder text = new StringBuilder();
        for (int fast = 0; fast <= 1; fast++) {
            for (Case each : Suite.all()) {
                text.append("@case topic=").append(each.topic()).append(" fast=").append(fast).append(" name=").append(each.name().replace(' ', '~')).append(" result=PASSED\n");
            }
        }
        return text.append(trace(Suite.all().size())).toString();
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
        assertEquals(List.of(), problems(good()));
        assertEquals(Suite.all().size() + 1, new ConformanceJudge().text(Recorded.log(good())).lines().count(), "a row for each case");
    }

    @Test
    void saysWhatWasExpectedAndWhatWasFound() {
        List<String> problems = problems(good().replaceFirst("result=PASSED", "result=FAILED what=client~call expected=waits actual=NO_CREDIT"));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("DELIVERY, \"" + Suite.all().get(0).name() + "\": client call was to be waits, and was NO_CREDIT"), problems::toString);
    }

    @Test
    void findsACaseThatWasNotPlayedOrIsUnknownOrCameTwice() {
        String line = good().lines().findFirst().orElseThrow() + "\n";
        assertTrue(problems(good().replace(line, "")).get(0).contains("was not played"));
        assertTrue(problems(good() + line).get(0).contains("was played twice"));
        assertTrue(problems(good() + line.replace("name=", "name=not~")).get(0).contains("is unknown"));
    }

    @Test
    void findsWhatTheModelDoesNotAllow() {
        List<String> problems = problems(good().replace("2.4.1.7.0.5\n", "2.4.1.7.-18.5\n"));
        assertTrue(problems.get(0).startsWith("the nucleus's trace: event 17 is not allowed: OFFLINE"), problems::toString);
    }

    @Test
    void findsATraceWithGapsOrNonsenseOrWithoutEvents() {
        assertEquals(1, problems(good().replaceFirst("@trace from=15 .*\\R", "")).size());
        assertEquals(1, problems(good().replaceFirst("events=0.4", "events=9.4")).size());
        assertEquals(1, problems(good().replaceAll("@trace .*\\R", "")).size());
    }
}
