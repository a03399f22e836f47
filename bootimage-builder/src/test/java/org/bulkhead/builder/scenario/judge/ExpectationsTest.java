package org.bulkhead.builder.scenario.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.emulator.Ending;
import org.bulkhead.servers.scenario.Comparison;
import org.bulkhead.servers.scenario.Requirement;
import org.junit.jupiter.api.Test;

/** Each expectation is strict: what is recorded well holds, and each way to be wrong is found and named. */
class ExpectationsTest {
    private static final String DEATHS = """
        nucleus: ata0 incarnation 0 died: KILLED, detail 0x0, at 0x414eaf
        @death isolate=ata0 incarnation=0 reason=KILLED detail=0x0 faultTicks=1000 serviceTicks=1500
        nucleus: ata0 incarnation 1 died: WILD_ACCESS, detail 0x66660000, at 0x414eaf
        @death isolate=ata0 incarnation=1 reason=WILD_ACCESS detail=0x66660000 faultTicks=2000 serviceTicks=2100
        nucleus: digest incarnation 0 died: EXIT, detail 0x0, at 0x4006fb
        """;
    private static final DeathsAre BOTH = new DeathsAre("ata0", List.of(new DeathsAre.Cause(Set.of("KILLED"), List.of()),
        new DeathsAre.Cause(Set.of("WILD_ACCESS", "STACK_EXHAUSTED"), List.of(new Requirement("detail", Comparison.EQUAL, "0x66660000")))));

    private static Requirement exactly(String key, int count) {
        return new Requirement(key, Comparison.EQUAL, Integer.toString(count));
    }

    private static Finding assertHolds(Expectation expectation, String log) {
        Finding finding = expectation.judge(Recorded.log(log));
        assertTrue(finding.holds(), finding::problem);
        return finding;
    }

    private static void assertFails(Expectation expectation, String log, String part) {
        Finding finding = expectation.judge(Recorded.log(log));
        assertFalse(finding.holds(), finding::toString);
        assertTrue(finding.found().contains(part), finding::problem);
    }

    @Test
    void deathsAreThoseThatTheNucleusTellsWithTheTimesOfTheSupervisor() {
        List<Death> deaths = Recorded.log(DEATHS).deaths();
        assertEquals(List.of("ata0[0] KILLED", "ata0[1] WILD_ACCESS", "digest[0] EXIT"), deaths.stream().map(Death::describe).toList());
        assertEquals(List.of(500L, 100L, 0L), deaths.stream().map(Death::instructionsToService).toList());
        assertTrue(deaths.get(2).isOrderly());
    }

    @Test
    void aMalformedDeathIsAProblem() {
        assertThrows(UserProblem.class, () -> Recorded.log(DEATHS.replace("faultTicks=2000", "faultTicks=many")).deaths());
    }

    @Test
    void deathsHaveOrderReasonDetailAndIncarnation() {
        assertHolds(BOTH, DEATHS);
        assertFails(BOTH, DEATHS.replace("WILD_ACCESS", "EXIT"), "death 2 was of EXIT (detail 0x66660000) instead of STACK_EXHAUSTED or WILD_ACCESS (detail 0x66660000)");
        assertFails(BOTH, DEATHS.replace("0x66660000", "0x66661000"), "death 2 was of WILD_ACCESS (detail 0x66661000)");
        assertFails(BOTH, DEATHS.replace("incarnation 1", "incarnation 2").replace("incarnation=1", "incarnation=2"), "death 2 was of incarnation 2 after 0");
        assertFails(BOTH, DEATHS.replaceFirst("nucleus: ata0 incarnation 1.*\\R@death.*\\R", ""), "1: KILLED");
        assertFails(BOTH, DEATHS + "nucleus: ata0 incarnation 2 died: EXIT, detail 0x1, at 0x1\n", "3: KILLED, WILD_ACCESS, EXIT");
    }

    @Test
    void deathsAreCounted() {
        assertHolds(new DeathCount("ata0", new Requirement("deaths:", Comparison.AT_LEAST, "2"), Set.of("KILLED", "WILD_ACCESS")), DEATHS);
        assertFails(new DeathCount("ata0", new Requirement("deaths:", Comparison.AT_LEAST, "3"), Set.of()), DEATHS, "deaths: 2");
        assertFails(new DeathCount("ata0", exactly("deaths:", 2), Set.of("KILLED")), DEATHS, "WILD_ACCESS=1");
    }

    @Test
    void othersMayEndInOrderOnly() {
        assertHolds(new NobodyElseDies(Set.of("ata0")), DEATHS);
        assertFails(new NobodyElseDies(Set.of()), DEATHS, "ata0[0] KILLED");
        assertFails(new NobodyElseDies(Set.of("ata0")), DEATHS.replace("EXIT, detail 0x0", "EXIT, detail 0x1"), "digest[0] EXIT");
    }

    @Test
    void serviceMustFollowEachDeathSoonEnough() {
        assertHolds(new ServedAgain("ata0", 500), DEATHS);
        assertFails(new ServedAgain("ata0", 499), DEATHS, "within 500 instructions");
        assertFails(new ServedAgain("ata0", ServedAgain.ANY_TIME), DEATHS.replace("serviceTicks=2100", "serviceTicks=0"), "none after ata0[1] WILD_ACCESS");
        assertFails(new ServedAgain("ata0", ServedAgain.ANY_TIME), DEATHS.replaceFirst("@death.*incarnation=1.*\\R", ""), "none after ata0[1] WILD_ACCESS");
        assertFails(new ServedAgain("uart0", ServedAgain.ANY_TIME), DEATHS, "no death at all");
    }

    @Test
    void digestsAreThoseOfTheHost() {
        Area area = new Area(0, 512);
        DigestIs expectation = new DigestIs(new LinePattern("digest", List.of()), "sha256", area);
        Map<Area, String> before = Map.of(area, "ab");
        assertTrue(expectation.judge(Recorded.disk("@digest sha256=AB\n", before, Map.of())).holds());
        assertFalse(expectation.judge(Recorded.disk("@digest sha256=cd\n", before, Map.of())).holds());
        assertEquals("no such line", expectation.judge(Recorded.disk("digest sha256=ab\n", before, Map.of())).found());
        assertFalse(expectation.judge(Recorded.disk("@digest sha256=ab\n@digest sha256=cd\n", before, Map.of())).holds());
        assertFalse(expectation.judge(Recorded.disk("@digest sha256=ab", before, Map.of())).holds(), "an incomplete last line is no line");
    }

    @Test
    void theDiskHasWhatItShould() {
        Area one = new Area(0, 512);
        Area other = new Area(512, 512);
        assertTrue(new DiskHas(other, one).judge(Recorded.disk("", Map.of(one, "ab"), Map.of(other, "ab"))).holds());
        assertFalse(new DiskHas(one, one).judge(Recorded.disk("", Map.of(one, "ab"), Map.of(one, "cd"))).holds());
    }

    @Test
    void linesHaveValuesAndNumber() {
        String log = "@read bytes=100 device=disk1\n@read bytes=200 device=disk1\n@read bytes=7 device=disk0\n";
        LinePattern disk1 = new LinePattern("read", List.of(new Requirement("device", Comparison.EQUAL, "disk1")));
        assertHolds(new LineSays(disk1, List.of(new Requirement("bytes", Comparison.AT_LEAST, "100")), exactly("lines:", 2)), log);
        assertFails(new LineSays(disk1, List.of(new Requirement("bytes", Comparison.AT_LEAST, "101")), exactly("lines:", 2)), log, "bytes 100");
        assertFails(new LineSays(disk1, List.of(new Requirement("sectors", Comparison.EQUAL, "1")), exactly("lines:", 2)), log, "sectors is missing");
        assertFails(new LineSays(disk1, List.of(), exactly("lines:", 3)), log, "lines: 2");
    }

    @Test
    void aTableHasEachRowOnce() {
        TableIs table = new TableIs(new LinePattern("deed", List.of()), "name", "result", Map.of("A", "REFUSED", "B", "1"));
        String log = "@deed name=A result=REFUSED\n@deed name=B result=1\n";
        assertHolds(table, log);
        assertFails(table, log.replace("REFUSED", "EXIT"), "A: EXIT instead of REFUSED");
        assertFails(table, log.replace("@deed name=B result=1\n", ""), "B: not reported");
        assertFails(table, log + "@deed name=A result=REFUSED\n", "A: REFUSED once more");
        assertFails(table, log + "@deed name=C result=1\n", "C: 1, and it is unknown");
    }

    @Test
    void theConductorTellsWhatAComponentIs() {
        String log = "@component name=ata0 state=GIVEN_UP incarnation=6 pages=2\n";
        List<Requirement> values = List.of(new Requirement("state", Comparison.EQUAL, "GIVEN_UP"), new Requirement("incarnation", Comparison.AT_LEAST, "6"), new Requirement("bytes", Comparison.AT_MOST, "8192"));
        assertHolds(new StateIs("ata0", values), log);
        assertFails(new StateIs("ata0", values), log.replace("GIVEN_UP", "ALIVE"), "state ALIVE");
        assertFails(new StateIs("ata0", values), log.replace("pages=2", "pages=3"), "bytes 12288");
        assertFails(new StateIs("uart0", values), log, "did not tell");
    }

    @Test
    void leaksAreFound() {
        String log = "@inventory at=begin isolates=4 queues=4 frames=100\n@inventory at=end isolates=4 queues=4 frames=110\n";
        assertHolds(new NothingLeaks("begin", 0, 0, 10), log);
        assertFails(new NothingLeaks("begin", 0, 0, 9), log, "frames +10 (110)");
        assertFails(new NothingLeaks("begin", 0, 0, 10), log.replace("isolates=4 queues=4 frames=110", "isolates=5 queues=4 frames=110"), "isolates +1 (5)");
        assertFails(new NothingLeaks("warm", 0, 0, 10), log, "no inventory \"warm\"");
    }

    @Test
    void textsHaveMatches() {
        assertHolds(new TextHas(TextHas.Source.LOG, Pattern.compile("(?m)^ata0"), exactly("matches:", 2)), "ata0: a\nno ata0\nata0: b\n");
        assertFails(new TextHas(TextHas.Source.LOG, Pattern.compile("ata0"), exactly("matches:", 0)), "ata0: a\n", "matches: 1, first \"ata0\"");
    }

    @Test
    void theEndIsTheSystemsOwn() {
        ComesToTheEnd judge = new ComesToTheEnd(List.of());
        String log = "@step number=1 action=KILL target=ata0 result=done\n@scenario done ticks=5\n";
        assertEquals(List.of(), Recorded.problems(judge.judge(Recorded.log(log))));
        assertEquals(1, Recorded.problems(judge.judge(Recorded.ended(log, Ending.TIMED_OUT))).size());
        assertEquals(1, Recorded.problems(judge.judge(Recorded.log(log.replace("@scenario done", "@scenario overdue")))).size());
        assertTrue(Recorded.problems(judge.judge(Recorded.log("nucleus: broken invariant: a queue without owner\n" + log))).get(0).contains("a queue without owner"));
    }

    @Test
    void aRefusedStepFailsUnlessTheFileSaysOtherwise() {
        String log = "@step number=1 action=KILL target=ata0 result=refused why=ata0~is~not~running\n@scenario done\n";
        assertEquals(List.of("the plan: step 1 (KILL ata0) was refused: ata0 is not running; expected: each step is obeyed, unless the file says otherwise"),
            Recorded.problems(new ComesToTheEnd(List.of()).judge(Recorded.log(log))));
        for (ComesToTheEnd.RefusedStep.Wanted each : ComesToTheEnd.RefusedStep.Wanted.values()) {
            assertEquals(List.of(), Recorded.problems(new ComesToTheEnd(List.of(new ComesToTheEnd.RefusedStep(1, each))).judge(Recorded.log(log))));
        }
        ComesToTheEnd strict = new ComesToTheEnd(List.of(new ComesToTheEnd.RefusedStep(1, ComesToTheEnd.RefusedStep.Wanted.CERTAINLY)));
        assertEquals(1, Recorded.problems(strict.judge(Recorded.log(log.replace("refused", "done")))).size(), "it was to be refused");
    }
}
