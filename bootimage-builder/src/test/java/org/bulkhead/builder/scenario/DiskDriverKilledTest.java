package org.bulkhead.builder.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.emulator.Ending;
import org.bulkhead.builder.report.JsonFile;
import org.junit.jupiter.api.Test;

/** The judge is strict: each way to be wrong is found. */
class DiskDriverKilledTest {
    private static final String EXPECTED = "ab".repeat(32);
    private static final String GOOD = """
        supervisor: up
        @death isolate=ata0 incarnation=0 reason=KILLED detail=0x0 faultTicks=1000 serviceTicks=1500
        @death isolate=ata0 incarnation=1 reason=WILD_ACCESS detail=0x66660000 faultTicks=2000 serviceTicks=2100
        @death isolate=ata0 incarnation=2 reason=PRIVILEGED_INSTRUCTION detail=0x0 faultTicks=3000 serviceTicks=3300
        @death isolate=ata0 incarnation=3 reason=UNCAUGHT_EXCEPTION detail=0x0 faultTicks=4000 serviceTicks=4400
        @death isolate=ata0 incarnation=4 reason=CPU_BUDGET detail=0x0 faultTicks=5000 serviceTicks=5900
        @death isolate=ata0 incarnation=5 reason=WILD_ACCESS detail=0x66661000 faultTicks=6000 serviceTicks=6600
        @digest device=ata0 sha256=%s bytes=16777216
        @scenario done
        """.formatted(EXPECTED);

    private static ScenarioReport judge(String text, Ending ending) {
        ScenarioContext context = new ScenarioContext(Path.of("unused"), EmulatorKind.BOCHS, Duration.ofSeconds(1), 7, Path.of("unused"),
                new PrintWriter(new StringWriter()));
        return new DiskDriverKilled().judge(context, EXPECTED, new ScenarioRun(MarkedLine.in(text), ending, "", 1234));
    }

    private static void assertFails(String text, String... parts) {
        ScenarioReport report = judge(text, Ending.POWERED_OFF);
        assertFalse(report.passed());
        for (String part : parts) {
            assertTrue(report.problems().toString().contains(part), report.problems() + " does not say " + part);
        }
    }

    @Test
    void acceptsTheSixDeathsAndTheDigest() {
        ScenarioReport report = judge(GOOD, Ending.POWERED_OFF);
        assertTrue(report.passed(), () -> report.problems().toString());
        assertEquals(List.of(500L, 100L, 300L, 400L, 900L, 600L), report.deaths().stream().map(Death::instructionsToService).toList());
        assertEquals(2800, report.totals().instructionsToServiceTotal());
        assertEquals(900, report.totals().instructionsToServiceMost());
    }

    @Test
    void acceptsThatTheRequestsLimitNoticesTheLoop() {
        assertTrue(judge(GOOD.replace("CPU_BUDGET", "REQUEST_OVERDUE"), Ending.POWERED_OFF).passed());
    }

    @Test
    void reportHasTheAgreedFields() throws Exception {
        JsonNode json = new ObjectMapper().readTree(JsonFile.text(judge(GOOD, Ending.POWERED_OFF)));
        assertEquals("disk-driver-killed", json.get("scenario").asText());
        assertTrue(json.get("passed").asBoolean());
        assertEquals(EXPECTED, json.get("digestExpected").asText());
        assertEquals(EXPECTED, json.get("digestActual").asText());
        assertEquals(6, json.get("deaths").size());
        assertEquals("ata0", json.get("deaths").get(1).get("isolate").asText());
        assertEquals("WILD_ACCESS", json.get("deaths").get(1).get("reason").asText());
        assertEquals(100, json.get("deaths").get(1).get("instructionsToService").asLong());
        assertEquals(6, json.get("totals").get("deaths").asInt());
    }

    @Test
    void findsAnotherDigest() {
        assertFails(GOOD.replace("sha256=ab", "sha256=cd"), "digests differ");
    }

    @Test
    void findsAMissingDigest() {
        assertFails(GOOD.replace("@digest", "digest"), "no digest");
    }

    @Test
    void findsThatNotAllWasRead() {
        assertFails(GOOD.replace("bytes=16777216", "bytes=16777215"), "16777215 bytes");
    }

    @Test
    void findsAMissingDeath() {
        assertFails(GOOD.replaceFirst("@death.*incarnation=5.*\\R", ""), "5 deaths were reported instead of 6");
    }

    @Test
    void findsAnUntrueReason() {
        assertFails(GOOD.replace("WILD_ACCESS", "EXIT"), "death 2", "should be incarnation 1 and WILD_ACCESS");
    }

    @Test
    void findsThatTheLastDeathWasNotInATransfer() {
        assertFails(GOOD.replace("0x66661000", "0x66660000"), "death 6", "not in the middle of a transfer");
    }

    @Test
    void findsADeathOfSomebodyElse() {
        assertFails(GOOD.replace("isolate=ata0 incarnation=3", "isolate=uart0 incarnation=3"), "not the driver's");
    }

    @Test
    void findsThatServiceWasNotResumed() {
        assertFails(GOOD.replace("serviceTicks=5900", "serviceTicks=0"), "no completed request");
    }

    @Test
    void findsAnEarlyEnd() {
        assertFalse(judge(GOOD, Ending.TIMED_OUT).passed());
        assertFails(GOOD.replace("@scenario done\n", ""), "did not come to the end");
    }

    @Test
    void findsAMalformedLine() {
        assertFails(GOOD.replace("faultTicks=3000", "faultTicks=many"), "no number in faultTicks=many");
    }

    @Test
    void anIncompleteLastLineIsNoLine() {
        assertTrue(MarkedLine.in("@scenario done").isEmpty());
    }
}
