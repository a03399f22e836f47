package org.bulkhead.servers.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.protocol.InjectedFault;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.servers.bench.Echo;
import org.bulkhead.servers.scenario.Comparison;
import org.bulkhead.servers.scenario.Condition;
import org.bulkhead.servers.scenario.Condition.Kind;
import org.bulkhead.servers.scenario.Conductor;
import org.bulkhead.servers.scenario.Plan;
import org.bulkhead.servers.scenario.Requirement;
import org.bulkhead.servers.scenario.Step;
import org.bulkhead.servers.scenario.Step.Action;
import org.bulkhead.servers.scenario.Step.Refusal;
import org.bulkhead.servers.scenario.Step.Trigger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conductor of scenarios, with the real supervisor on the real nucleus. */
class ConductorTest {
    private static final int POWER_OFF_PORT = 0x8900;
    private static final long MILLISECOND = 1_000_000L;
    private static final long LOOK = 10 * MILLISECOND;
    private static final long LONG = 3_600_000 * MILLISECOND;

    private final SupervisedMachine machine = new SupervisedMachine();

    @AfterEach
    void close() {
        machine.close();
    }

    /** Boots a machine with a disk driver, a program that can be started, and a conductor that plays the steps. */
    private void play(long sampleNanos, Step... steps) {
        Plan plan = Plan.decode(new Plan(LOOK, sampleNanos, LONG, List.of(steps)).encode());
        machine.add(machine.program("conductor", Rank.BUS).serves("Cues").usesService(Supervision.SERVICE).queueSlots(32).complainsAbout("disk").restarts(RestartPolicy.TEMPORARY, 0, 0),
            grants -> new Conductor(grants, plan, Nucleus::now));
        machine.add(machine.program("disk", Rank.DEVICE).serves("Echo"), EchoingServer::new);
        machine.add(machine.program("job", Rank.PROGRAM).start(StartMode.ON_REQUEST).restarts(RestartPolicy.TEMPORARY, 0, 0), ConductorTest::job);
        machine.boot();
        machine.await("the plan's beginning", () -> machine.logged("@plan begin ticks="));
    }

    private static Isolate job(Grants grants) {
        return () -> Log.line("@job argument=" + grants.argument());
    }

    private static Step step(int number, Trigger trigger, List<Condition> conditions, long delayMillis, Action action, String target) {
        return new Step(number, trigger, conditions, delayMillis * MILLISECOND, 0, 0, List.of(), action, target, 0, "", Refusal.FAILURE);
    }

    private static Step every(int number, long millis, long times, List<Condition> until, Action action, String target) {
        return new Step(number, Trigger.AFTER, List.of(), millis * MILLISECOND, millis * MILLISECOND, times, until, action, target, 0, "", Refusal.FAILURE);
    }

    private long lines(String beginning) {
        return machine.log().stream().filter(each -> each.startsWith(beginning)).count();
    }

    private String line(String beginning) {
        return machine.log().stream().filter(each -> each.startsWith(beginning)).findFirst().orElse("none");
    }

    @Test
    void aStepIsDoneAtItsTimeAndNotBefore() {
        play(0, step(1, Trigger.AT, List.of(), 500, Action.KILL, "disk"));
        machine.pass(400);
        assertEquals(0, machine.deaths("disk"));
        machine.pass(200);
        assertEquals(List.of(DeathReason.KILLED), machine.deaths().stream().map(SupervisedMachine.Death::reason).toList());
        assertTrue(line("@step").matches("@step number=1 ticks=\\d+ action=KILL target=disk result=done"), machine.log()::toString);
    }

    @Test
    void theInventoryComesBeforeThePlan() {
        play(0, step(1, Trigger.AT, List.of(), 0, Action.WAIT, ""));
        assertTrue(line("@inventory").matches("@inventory at=begin ticks=\\d+ isolates=[1-9]\\d* queues=3 frames=[1-9]\\d*"), machine.log()::toString);
        assertTrue(machine.log().indexOf(line("@inventory")) < machine.log().indexOf(line("@plan")));
    }

    @Test
    void stepsFollowEachOther() {
        Step start = new Step(1, Trigger.AFTER, List.of(), 0, 0, 0, List.of(), Action.START, "job", 7, "", Refusal.FAILURE);
        play(0, start, step(2, Trigger.WHEN, List.of(Condition.of(Kind.ENDED, "job", 1)), 50, Action.INVENTORY, ""), step(3, Trigger.AFTER, List.of(), 0, Action.HOST, ""));
        machine.await("the last step", () -> machine.logged("@host step=3"));
        assertTrue(machine.logged("@job argument=7"));
        List<String> steps = machine.log().stream().filter(each -> each.startsWith("@step")).map(each -> each.split(" ")[1]).toList();
        assertEquals(List.of("number=1", "number=2", "number=3"), steps);
    }

    @Test
    void aStepIsRepeatedSoOften() {
        play(0, every(1, 100, 3, List.of(), Action.KILL, "disk"), step(2, Trigger.AFTER, List.of(), 0, Action.HOST, ""));
        machine.await("the last step", () -> machine.logged("@host step=2"));
        machine.pass(1000);
        assertEquals(3, machine.deaths("disk"));
    }

    @Test
    void aStepIsRepeatedUntilSomethingHolds() {
        play(0, every(1, 100, 0, List.of(Condition.of(Kind.DEATHS, "disk", 2)), Action.KILL, "disk"), step(2, Trigger.AFTER, List.of(), 0, Action.HOST, ""));
        machine.await("the last step", () -> machine.logged("@host step=2"));
        machine.pass(1000);
        assertEquals(2, machine.deaths("disk"));
    }

    @Test
    void aMarkedLineIsWaitedFor() {
        Condition line = new Condition(Kind.LINE, "ready", 2, List.of(new Requirement("bytes", Comparison.AT_LEAST, "100")));
        play(0, step(1, Trigger.WHEN, List.of(line), 0, Action.KILL, "disk"));
        Log.line("@ready bytes=100");
        Log.line("@ready bytes=99");
        Log.line("@readier bytes=200");
        Log.line("ready bytes=200");
        machine.pass(100);
        assertEquals(0, machine.deaths("disk"));
        Log.line("@ready bytes=0x65");
        machine.pass(100);
        assertEquals(1, machine.deaths("disk"));
    }

    @Test
    void serviceIsWaitedFor() {
        play(0, step(1, Trigger.AT, List.of(), 100, Action.KILL, "disk"), step(2, Trigger.WHEN, List.of(Condition.of(Kind.SERVED, "disk", 1)), 0, Action.HOST, ""));
        machine.await("the death", () -> machine.deaths("disk") == 1);
        machine.pass(200);
        assertFalse(machine.logged("@host"), "nobody was served");
        machine.connect("disk", Echo.class).echo(1);
        machine.pass(100);
        assertTrue(machine.logged("@host step=2"));
    }

    @Test
    void aCueIsActedUponAtOnceAndUsedUp() {
        play(0, step(1, Trigger.WHEN, List.of(Condition.of(Kind.CUE, "", 3)), 0, Action.KILL, "disk"), step(2, Trigger.WHEN, List.of(Condition.of(Kind.CUE, "", 3)), 0, Action.HOST, ""));
        machine.cue("conductor", new Message().begin(3));
        assertEquals(1, machine.deaths("disk"), "without any time passing");
        machine.pass(200);
        assertFalse(machine.logged("@host"), "one cue is for one step");
        machine.cue("conductor", new Message().begin(3));
        assertTrue(machine.logged("@host step=2"));
    }

    @Test
    void whatTheSupervisorRefusesIsTold() {
        play(0, step(1, Trigger.AFTER, List.of(), 0, Action.KILL, "job"));
        machine.await("the step", () -> machine.logged("@step number=1"));
        assertTrue(line("@step").endsWith(" action=KILL target=job result=refused why=job~is~not~running"), machine.log()::toString);
    }

    @Test
    void faultsAreInjectedAndComplaintsMade() {
        Step inject = new Step(1, Trigger.AFTER, List.of(), 0, 0, 0, List.of(), Action.INJECT, "disk", InjectedFault.EXIT.ordinal(), "", Refusal.FAILURE);
        Step complain = new Step(2, Trigger.WHEN, List.of(Condition.of(Kind.DEATHS, "disk", 1), Condition.of(Kind.READY, "disk", 1)), 0, 0, 0, List.of(), Action.COMPLAIN, "disk", 0, "it lies", Refusal.FAILURE);
        play(0, inject, complain);
        machine.await("two deaths", () -> machine.deaths("disk") == 2);
        assertEquals(List.of(DeathReason.EXIT, DeathReason.COMPLAINT), machine.deaths().stream().map(SupervisedMachine.Death::reason).toList());
        assertTrue(machine.logged("conductor complains about disk[1]: it lies"), machine.log()::toString);
    }

    @Test
    void theWorkOfServicesIsSampled() {
        play(100 * MILLISECOND, step(1, Trigger.AT, List.of(), 0, Action.WAIT, ""));
        machine.connect("disk", Echo.class).echo(1);
        machine.pass(1000);
        assertTrue(lines("@sample ticks=") >= 9, machine.log()::toString);
        assertTrue(machine.log().stream().anyMatch(each -> each.startsWith("@sample") && each.endsWith(" disk=1")), machine.log()::toString);
    }

    @Test
    void theSupervisorsDeathDoesNotEndThePlan() {
        play(0, step(1, Trigger.AT, List.of(), 500, Action.KILL, "disk"));
        machine.endSupervisor(SupervisedMachine.End.DIES, 1);
        machine.status("disk");
        assertEquals(1, machine.deaths("supervisor"));
        machine.pass(1000);
        assertEquals(1, machine.deaths("disk"));
        assertEquals(0, machine.deaths("conductor"));
    }

    @Test
    void aStepInWhoseMiddleTheSupervisorDiesIsUnknown() {
        play(0, step(1, Trigger.AT, List.of(), 500, Action.KILL, "disk"), step(2, Trigger.AFTER, List.of(), 0, Action.HOST, ""));
        machine.endSupervisor(SupervisedMachine.End.DIES, 1);
        machine.pass(1000);
        assertEquals(1, machine.deaths("supervisor"));
        assertTrue(line("@step number=1").contains(" result=unknown why="), machine.log()::toString);
        assertTrue(machine.logged("@host step=2"), "the plan goes on");
    }

    /** At each of its first calls from the last step on, among them the one that switches the machine off. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34, 40, 41, 42, 43, 44, 45, 46, 47, 48})
    void aSupervisorThatDiesBeforeItHasSwitchedOffIsAskedAgain(int call) {
        machine.attach(new ResetPort(), POWER_OFF_PORT, 1);
        play(0, step(1, Trigger.AT, List.of(), 500, Action.END, ""));
        machine.endSupervisor(SupervisedMachine.End.DIES, call);
        assertThrows(ResetPort.Reset.class, () -> machine.pass(3000));
        assertTrue(machine.logged("@scenario done ticks="), machine.log()::toString);
    }

    @Test
    void theEndIsToldWithAllComponentsAndSwitchesTheMachineOff() {
        machine.attach(new ResetPort(), POWER_OFF_PORT, 1);
        play(0, step(1, Trigger.AT, List.of(), 100, Action.END, ""));
        assertThrows(ResetPort.Reset.class, () -> machine.pass(1000));
        assertTrue(machine.logged("@scenario done ticks="));
        assertTrue(line("@component name=disk").matches("@component name=disk state=ALIVE incarnation=0 pages=[1-9]\\d*"), machine.log()::toString);
        assertEquals("@component name=job state=STOPPED incarnation=0 pages=0", line("@component name=job"));
        assertTrue(machine.logged("@inventory at=end"));
    }
}
