package org.bulkhead.builder.scenario.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.ImageClassPath;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.emulator.Ending;
import org.bulkhead.builder.manifest.ProgramCatalogue;
import org.bulkhead.builder.report.JsonFile;
import org.bulkhead.builder.scenario.file.ScenarioFile;
import org.bulkhead.builder.scenario.file.ScenarioLibrary;
import org.bulkhead.builder.scenario.file.ScenarioReader;
import org.bulkhead.builder.scenario.judge.Area;
import org.bulkhead.builder.scenario.judge.Evidence;
import org.bulkhead.builder.scenario.judge.Judge;
import org.bulkhead.builder.scenario.run.ScenarioRunner;
import org.junit.jupiter.api.Test;

/** A recorded run of {@code disk-driver-killed} as JSON, text and HTML. */
class ReportTest {
    private static final String DIGEST = "ab".repeat(32);
    private static final String LOG = """
        @inventory at=begin ticks=1 isolates=4 queues=4 frames=100
        @step number=1 ticks=900 action=START target=digest result=done
        @sample ticks=900 ata0=0
        nucleus: ata0 incarnation 0 died: KILLED, detail 0x0, at 0x1
        @step number=2 ticks=990 action=KILL target=ata0 result=done
        @death isolate=ata0 incarnation=0 reason=KILLED detail=0x0 faultTicks=1000 serviceTicks=1500
        @death isolate=ata0 incarnation=1 reason=WILD_ACCESS detail=0x66660000 faultTicks=2000 serviceTicks=2100
        @death isolate=ata0 incarnation=2 reason=PRIVILEGED_INSTRUCTION detail=0x0 faultTicks=3000 serviceTicks=3300
        @death isolate=ata0 incarnation=3 reason=UNCAUGHT_EXCEPTION detail=0x0 faultTicks=4000 serviceTicks=4400
        @death isolate=ata0 incarnation=4 reason=CPU_BUDGET detail=0x0 faultTicks=5000 serviceTicks=5900
        @death isolate=ata0 incarnation=5 reason=WILD_ACCESS detail=0x66661000 faultTicks=6000 serviceTicks=6600
        @digest device=disk1 sha256=%s bytes=16777216
        nucleus: digest incarnation 0 died: EXIT, detail 0x0, at 0x4006fb
        @sample ticks=1000900 ata0=257
        @inventory at=end ticks=7000 isolates=4 queues=4 frames=120
        @component name=ata0 state=ALIVE incarnation=6 pages=32
        @scenario done ticks=7000
        """.formatted(DIGEST);

    private static ScenarioReport report(String log) {
        ScenarioFile file = new ScenarioReader(ProgramCatalogue.of(ImageClassPath.with(List.of()))).read(ScenarioLibrary.of(Path.of("")).find("disk-driver-killed"));
        Evidence evidence = Evidence.of(log, "", Judge.Hearing.EVERYWHERE, Ending.POWERED_OFF, "", 1234, Map.of(new Area(0, 16 << 20), DIGEST), Map.of());
        return ScenarioReport.of(file, EmulatorKind.BOCHS, 7, evidence, ScenarioRunner.judge(file, evidence));
    }

    @Test
    void jsonHasTheDocumentedFields() throws Exception {
        JsonNode json = new ObjectMapper().readTree(JsonFile.text(report(LOG)));
        assertEquals("disk-driver-killed", json.get("scenario").asText());
        assertTrue(json.get("passed").asBoolean(), json::toPrettyString);
        assertTrue(json.get("findings").size() > 5);
        assertTrue(json.get("findings").get(0).get("holds").asBoolean());
        assertEquals(DIGEST, json.get("digestExpected").asText());
        assertEquals(DIGEST, json.get("digestActual").asText());
        assertEquals(6, json.get("deaths").size());
        assertEquals("WILD_ACCESS", json.get("deaths").get(1).get("reason").asText());
        assertEquals(100, json.get("deaths").get(1).get("instructionsToService").asLong());
        assertEquals(6, json.get("totals").get("deaths").asInt());
        assertEquals(2800, json.get("totals").get("instructionsToServiceTotal").asLong());
        assertEquals(900, json.get("totals").get("instructionsToServiceMost").asLong());
        assertEquals(257, json.get("samples").get(1).get("messages").get("ata0").asLong());
        assertEquals("[\"scenario\",\"shows\",\"passed\",\"findings\",\"digestExpected\",\"digestActual\",\"deaths\",\"totals\",\"samples\",\"problems\",\"emulator\",\"seed\"]",
            new ObjectMapper().writeValueAsString(List.copyOf(new ObjectMapper().convertValue(json, Map.class).keySet())));
    }

    @Test
    void textHasTheDeathsTheDigestsAndWhatMustHold() {
        String text = report(LOG).text();
        assertTrue(text.contains("1  ata0               0  KILLED "), text);
        assertTrue(text.contains("digest expected  " + DIGEST + "\ndigest actual    " + DIGEST + "\n"), text);
        assertTrue(text.contains("ok  the end"), text);
    }

    @Test
    void whatDoesNotHoldIsAProblem() {
        ScenarioReport report = report(LOG.replace("0x66661000", "0x66660000").replace("sha256=ab", "sha256=cd"));
        assertFalse(report.passed());
        assertEquals(2, report.problems().size(), report.problems()::toString);
        assertTrue(report.text().contains("FAILED  deaths of ata0"), report.text());
    }

    @Test
    void thePageStandsForItselfAndShowsVerdictsAndPlots() {
        String page = HtmlReport.page(List.of(report(LOG), report(LOG.replace("sha256=ab", "sha256=<b>"))));
        assertTrue(page.contains("1 failed"), page);
        assertTrue(page.contains("What happened to whom") && page.contains("Requests that arrived at each service") && page.contains("From each fault to the next completed request"), page);
        assertFalse(page.contains("<b>"), "what the system printed is text");
        assertFalse(page.matches("(?s).*(<script|<link|src=['\"]|href=['\"](?!#)).*"), "nothing is fetched");
    }

    @Test
    void aBatchPassesIfAllPass() {
        assertTrue(BatchReport.of(List.of(report(LOG))).passed());
        BatchReport report = BatchReport.of(List.of(report(LOG), report(LOG.replace("@scenario done", "@scenario overdue"))));
        assertFalse(report.passed());
        assertTrue(report.text().endsWith("2 scenarios, 1 passed, 1 failed\n"), report.text());
    }
}
