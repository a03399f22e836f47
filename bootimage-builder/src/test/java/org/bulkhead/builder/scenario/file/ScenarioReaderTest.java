package org.bulkhead.builder.scenario.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bulkhead.builder.emulator.MachineTime;
import org.bulkhead.builder.emulator.Network;
import org.bulkhead.builder.scenario.judge.Area;
import org.bulkhead.builder.scenario.judge.DeathsAre;
import org.bulkhead.builder.scenario.judge.DigestIs;
import org.bulkhead.builder.scenario.judge.LinePattern;
import org.bulkhead.servers.scenario.Comparison;
import org.bulkhead.servers.scenario.Condition;
import org.bulkhead.servers.scenario.Condition.Kind;
import org.bulkhead.servers.scenario.Plan;
import org.bulkhead.servers.scenario.Requirement;
import org.bulkhead.servers.scenario.Step;
import org.bulkhead.servers.scenario.Step.Action;
import org.bulkhead.servers.scenario.Step.Refusal;
import org.bulkhead.servers.scenario.Step.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file says becomes a machine, an image, a plan and expectations. */
class ScenarioReaderTest {
    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1_000 * MILLISECOND;

    private static List<Step> steps(String plan) {
        String text = BadFilesTest.GOOD.replace(BadFilesTest.GOOD.substring(BadFilesTest.GOOD.indexOf("  - start"), BadFilesTest.GOOD.indexOf("expect:")), plan.indent(2) + "  - end\n");
        List<Step> steps = BadFilesTest.read(text).plan().orElseThrow().steps();
        assertEquals(Action.END, steps.get(steps.size() - 1).action());
        return steps;
    }

    private static Step step(int number, Trigger trigger, List<Condition> conditions, long delay, Action action, String target) {
        return new Step(number, trigger, conditions, delay, 0, 0, List.of(), action, target, 0, "", Refusal.FAILURE);
    }

    @Test
    void machineAndImageAreWhatTheFileSays() {
        ScenarioFile file = BadFilesTest.read(BadFilesTest.GOOD);
        assertEquals(64, file.machine().memoryMegabytes());
        assertEquals(Optional.of(new DiskSpec(1 << 20, List.of(new Area(0, 1 << 20)))), file.machine().disk());
        assertEquals(Network.NONE, file.machine().network());
        assertEquals(MachineTime.INSTRUCTIONS, file.machine().time());
        assertEquals(List.of("Supervisor", "Datastore", "PciServer", "AtaDriver", "DigestProgram", "Conductor"), file.programs().stream().map(each -> each.substring(each.lastIndexOf('.') + 1)).toList());
        assertEquals(ScenarioFile.Repetition.ONCE, file.repetition());
    }

    @Test
    void aNetworkHasTheTimeOfTheHost() {
        assertEquals(MachineTime.HOST, BadFilesTest.read(BadFilesTest.GOOD.replace("memory: 64 MiB", "network: user")).machine().time());
    }

    @Test
    void programsAreLeftOutAndReplaced() {
        ScenarioFile file = BadFilesTest.read(BadFilesTest.GOOD.replace("  programs: [AtaDriver, digest]", "  set: devices\n  without: [vga0, ne0]\n  replace: {ata0: AtaFaultyDriver}\n  programs: digest"));
        List<String> names = file.programs().stream().map(each -> each.substring(each.lastIndexOf('.') + 1)).toList();
        assertTrue(names.contains("AtaFaultyDriver"), names::toString);
        assertTrue(names.stream().noneMatch(Set.of("AtaDriver", "VgaDriver", "Ne2000Driver")::contains), names::toString);
    }

    @Test
    void triggersAreCompiled() {
        List<Step> steps = steps("""
            - start: digest
            - at: 50M instructions
              kill: ata0
            - when: {served: {of: ata0, count: 2}}
              after: 20 ms
              restart: ata0
            - wait: 3 s
            """);
        assertEquals(List.of(step(1, Trigger.AFTER, List.of(), 0, Action.START, "digest"), step(2, Trigger.AT, List.of(), 500 * MILLISECOND, Action.KILL, "ata0"),
            step(3, Trigger.WHEN, List.of(Condition.of(Kind.SERVED, "ata0", 2)), 20 * MILLISECOND, Action.RESTART, "ata0"), step(4, Trigger.AFTER, List.of(), 3 * SECOND, Action.WAIT, "")), steps.subList(0, 4));
    }

    @Test
    void repetitionsBeginAPeriodLaterUnlessTheMomentIsGiven() {
        List<Step> steps = steps("""
            - every: 1 s
              times: 10
              kill: ata0
            - at: 5 s
              every: 100 ms
              until: {line: {word: digest, where: {bytes: at least 1 MiB}}}
              down: ata0
              refused: allowed
            """);
        assertEquals(List.of(SECOND, SECOND, 10L), List.of(steps.get(0).delayNanos(), steps.get(0).periodNanos(), steps.get(0).times()));
        assertEquals(List.of(5 * SECOND, 100 * MILLISECOND, 0L), List.of(steps.get(1).delayNanos(), steps.get(1).periodNanos(), steps.get(1).times()));
        assertEquals(List.of(new Condition(Kind.LINE, "digest", 1, List.of(new Requirement("bytes", Comparison.AT_LEAST, "1048576")))), steps.get(1).until());
        assertEquals(Refusal.ALLOWED, steps.get(1).refusal());
    }

    @Test
    void actionsOfTheSupervisorAreCompiled() {
        List<Step> steps = steps("""
            - inject: ata0
              fault: wild write
            - complain: ata0
              why: it lies
            - update: ata0
              refused: expected
            - inventory: warm
            """);
        assertEquals(List.of(Action.INJECT, Action.COMPLAIN, Action.UPDATE, Action.INVENTORY, Action.END), steps.stream().map(Step::action).toList());
        assertEquals(1, steps.get(0).argument());
        assertEquals(List.of("it lies", "", "warm"), steps.subList(1, 4).stream().map(Step::text).toList());
    }

    @Test
    void theHostsPartIsKeptApart() {
        String text = BadFilesTest.GOOD.replace("memory: 64 MiB", "display: attended").replace("kill: ata0", "press: \"ps\\n\"\n    refused: allowed");
        ScenarioFile file = BadFilesTest.read(text);
        assertEquals(List.of(new HostStep(2, HostStep.Device.KEYBOARD, "ps\n")), file.hostSteps());
        assertEquals(Action.HOST, file.plan().orElseThrow().steps().get(1).action());
    }

    @Test
    void expectationsAreWhatTheFileSays() {
        ScenarioFile file = BadFilesTest.read(BadFilesTest.GOOD.replace("[KILLED]", "[KILLED, [CPU_BUDGET, REQUEST_OVERDUE], {reason: WILD_ACCESS, detail: 0x66660000}]"));
        assertEquals(new DigestIs(new LinePattern("digest", List.of()), "sha256", new Area(0, 1 << 20)), file.expectations().get(0));
        assertEquals(new DeathsAre("ata0", List.of(new DeathsAre.Cause(Set.of("KILLED"), List.of()), new DeathsAre.Cause(Set.of("CPU_BUDGET", "REQUEST_OVERDUE"), List.of()),
            new DeathsAre.Cause(Set.of("WILD_ACCESS"), List.of(new Requirement("detail", Comparison.EQUAL, "0x66660000"))))), file.expectations().get(1));
    }

    @Test
    void aPlanSurvivesItsWayIntoTheImage() {
        Plan plan = BadFilesTest.read(BadFilesTest.GOOD).plan().orElseThrow();
        assertEquals(plan, Plan.decode(plan.encode()));
    }

    static Stream<Path> files() {
        return ScenarioLibrary.of(Path.of("")).all().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theFilesThatComeWithBulkheadAreRight(Path file) {
        assertTrue(BadFilesTest.READER.read(file).shows().length() > 0);
    }
}
