package org.bulkhead.servers.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.OfflineException;
import org.bulkhead.isolate.manifest.Exhausted;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.RestartStrategy;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.ComponentStatus;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionEvent;
import org.bulkhead.isolate.protocol.SupervisionEvent.Kind;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.servers.bench.Echo;
import org.bulkhead.servers.recovery.CarefulRecovery;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the supervisor does about components that fail, on the real nucleus. */
class SupervisionTest {
    private final SupervisedMachine machine = new SupervisedMachine();

    @AfterEach
    void close() {
        machine.close();
    }

    private ComponentStatus status(String name) {
        return machine.status(name);
    }

    private void kill(String name, Echo client) {
        machine.doom(name);
        client.echo(1);
    }

    @Test
    void whatDiesIsStartedAgainAtOnceAndTheRequestIsRepeated() {
        machine.add(machine.program("disk", Rank.DEVICE).serves("Echo"), EchoingServer::new).boot();
        Echo disk = machine.connect("disk", Echo.class);
        assertEquals(7, disk.echo(7));
        kill("disk", disk);
        assertEquals(8, disk.echo(8));
        assertEquals(1, machine.deaths("disk"));
        assertEquals(DeathReason.INVALID_INSTRUCTION, machine.deaths().get(0).reason());
        ComponentStatus status = status("disk");
        assertEquals(ComponentInfo.State.ALIVE, status.state());
        assertEquals(1, status.incarnation());
        assertEquals(DeathReason.INVALID_INSTRUCTION, status.lastReason());
        assertTrue(status.ready());
    }

    @Test
    void theSupervisorsDeathDisturbsNobody() {
        machine.add(machine.program("disk", Rank.DEVICE).serves("Echo"), EchoingServer::new).boot();
        Echo disk = machine.connect("disk", Echo.class);
        disk.echo(7);
        machine.endSupervisor(SupervisedMachine.End.DIES, 1);
        assertEquals(ComponentInfo.State.ALIVE, status("disk").state());
        assertEquals(1, machine.deaths("supervisor"));
        assertEquals(8, disk.echo(8));
        assertEquals(0, machine.deaths("disk"));
        kill("disk", disk);
        assertEquals(1, status("disk").incarnation());
    }

    @Test
    void aServiceThatIsTakenDownAnswersOfflineUntilItIsStarted() throws SupervisionException {
        machine.add(machine.program("disk", Rank.DEVICE).serves("Echo"), EchoingServer::new).boot();
        Echo disk = machine.connect("disk", Echo.class);
        Supervision supervision = machine.supervision();
        disk.echo(7);
        supervision.down("disk");
        assertThrows(OfflineException.class, () -> disk.echo(8));
        assertEquals(ComponentInfo.State.DOWN, status("disk").state());
        supervision.start("disk", 0);
        assertEquals(9, disk.echo(9));
    }

    private void disk(RestartPolicy policy, int burst, int sustained) {
        machine.add(machine.program("disk", Rank.DEVICE).serves("Echo").restarts(policy, burst, sustained), EchoingServer::new);
    }

    private List<SupervisionEvent> history(String name) {
        List<SupervisionEvent> found = new ArrayList<>();
        Supervision supervision = machine.supervision();
        for (int i = Math.max(0, supervision.events() - Supervision.EVENTS_KEPT); i < supervision.events(); i++) {
            SupervisionEvent each = supervision.event(i);
            if (each.name().equals(name)) {
                found.add(each);
            }
        }
        return found;
    }

    @Test
    void theHistoryTellsBirthsDeathsAndDecisionsInOrder() {
        disk(RestartPolicy.PERMANENT, 0, 10);
        machine.boot();
        Echo disk = machine.connect("disk", Echo.class);
        kill("disk", disk);
        List<SupervisionEvent> events = history("disk");
        assertEquals(List.of(Kind.BIRTH, Kind.DECISION, Kind.DEATH, Kind.BIRTH), events.stream().map(SupervisionEvent::kind).toList());
        assertEquals(List.of(0, 1, 0, 1), events.stream().map(SupervisionEvent::incarnation).toList());
        assertEquals("will be restarted in 10 ms", events.get(1).text());
        assertEquals(DeathReason.INVALID_INSTRUCTION, events.get(2).reason());
        assertTrue(events.get(3).nanoseconds() - events.get(2).nanoseconds() >= 9_000_000, "the delay is kept");
    }

    @Test
    void theStatusTellsTheWindowsAndTheDelay() {
        disk(RestartPolicy.PERMANENT, 1, 10);
        machine.boot();
        Echo disk = machine.connect("disk", Echo.class);
        kill("disk", disk);
        kill("disk", disk);
        kill("disk", disk);
        ComponentStatus status = status("disk");
        assertEquals(List.of(3, 3, 100), List.of(status.burst(), status.sustained(), status.delayMillis()));
        machine.pass(6000);
        assertEquals(List.of(0, 3), List.of(status("disk").burst(), status("disk").sustained()));
        machine.pass(10_000);
        assertEquals(0, status("disk").delayMillis(), "it has run well");
    }

    @Test
    void aServerThatDoesNotBeginToReceiveIsEndedAfterTwoSeconds() {
        machine.add(machine.program("deaf", Rank.DEVICE).serves("Echo").restarts(RestartPolicy.TEMPORARY, 0, 0), grants -> () -> Notifications.await(1, Nucleus.FOREVER)).boot();
        machine.pass(1900);
        assertEquals(0, machine.deaths("deaf"));
        assertFalse(status("deaf").ready());
        machine.pass(200);
        assertEquals(DeathReason.NOT_READY, machine.deaths().get(0).reason());
        assertEquals(ComponentInfo.State.STOPPED, status("deaf").state());
    }

    /** Says that it is alive, some times and then no more. */
    private static Isolate beating(Grants grants, int times) {
        return () -> {
            Supervision supervision = Services.client(Supervision.class, grants.queue(Supervision.SERVICE));
            for (int i = 0; i < times; i++) {
                supervision.alive();
                Notifications.sleep(90_000_000);
            }
            Notifications.await(1, Nucleus.FOREVER);
        };
    }

    @Test
    void aHeartbeatThatDoesNotComeForTwoPeriodsIsTheEnd() {
        machine.add(machine.program("pulse", Rank.SERVICE).usesService("supervisor").heartbeatMillis(100).restarts(RestartPolicy.TEMPORARY, 0, 0), grants -> beating(grants, 20)).boot();
        machine.pass(1850);
        assertEquals(0, machine.deaths("pulse"));
        machine.pass(300);
        assertEquals(List.of(new SupervisedMachine.Death("pulse", 0, DeathReason.HEARTBEAT_LATE)), machine.deaths());
    }

    @Test
    void whoMayComplainIsInTheManifest() throws SupervisionException {
        disk(RestartPolicy.PERMANENT, 3, 10);
        machine.complainsAbout("disk").boot();
        Supervision supervision = machine.supervision();
        machine.connect("disk", Echo.class).echo(1);
        supervision.complain("disk", "block 7 has a wrong checksum");
        machine.pass(10);
        assertEquals(List.of(new SupervisedMachine.Death("disk", 0, DeathReason.COMPLAINT)), machine.deaths());
        assertTrue(machine.logged("supervisor: test complains about disk[0]: block 7 has a wrong checksum"), machine.log().toString());
        SupervisionEvent complaint = history("disk").stream().filter(each -> each.kind() == Kind.COMPLAINT).findFirst().orElseThrow();
        assertEquals("test: block 7 has a wrong checksum", complaint.text());
        assertEquals(1, status("disk").burst(), "it counts as a failure");
        SupervisionException refusal = assertThrows(SupervisionException.class, () -> supervision.complain("supervisor", "late"));
        assertEquals("test may not complain about supervisor: its manifest needs @ComplainsAbout(\"supervisor\")", refusal.getMessage());
    }

    @Test
    void aComplaintDoesNotHitASuccessorThatHasNotServedYet() {
        machine.add(machine.program("deaf", Rank.DEVICE).serves("Echo"), grants -> () -> Notifications.await(1, Nucleus.FOREVER));
        machine.complainsAbout("deaf").boot();
        SupervisionException refusal = assertThrows(SupervisionException.class, () -> machine.supervision().complain("deaf", "too slow"));
        assertEquals("deaf has not served anybody since it was started", refusal.getMessage());
        assertEquals(0, machine.deaths("deaf"));
    }

    private void group(RestartStrategy strategy) {
        machine.add(machine.program("disk", Rank.DEVICE).serves("Echo").group("storage", RestartStrategy.ONE), EchoingServer::new)
            .add(machine.program("files", Rank.SERVICE).serves("Echo").group("storage", strategy), EchoingServer::new)
            .add(machine.program("backup", Rank.SYSTEM).serves("Echo").group("storage", RestartStrategy.ONE), EchoingServer::new)
            .add(machine.program("other", Rank.SYSTEM).serves("Echo"), EchoingServer::new).boot();
        kill("files", machine.connect("files", Echo.class));
        machine.connect("backup", Echo.class).echo(2);
        machine.pass(10);
    }

    private List<String> births() {
        return machine.log().stream().filter(each -> each.matches("supervisor: starting .*\\[1].*")).map(each -> each.replaceAll("supervisor: starting (.*)\\[.*", "$1")).toList();
    }

    @Test
    void aDeathConcernsNobodyElseUnlessTheStrategySaysSo() {
        group(RestartStrategy.ONE);
        assertEquals(List.of(1L, 0L, 0L), List.of(machine.deaths("files"), machine.deaths("disk"), machine.deaths("backup")));
    }

    @Test
    void thoseThatStandOnItEndWithItAndComeBackAfterIt() {
        group(RestartStrategy.REST);
        assertEquals(List.of(new SupervisedMachine.Death("files", 0, DeathReason.INVALID_INSTRUCTION), new SupervisedMachine.Death("backup", 0, DeathReason.GROUP)), machine.deaths());
        assertEquals(List.of("files", "backup"), births());
    }

    @Test
    void aWholeGroupComesBackTheLowestRankFirst() {
        group(RestartStrategy.ALL);
        assertEquals(List.of(1L, 1L, 1L, 0L), List.of(machine.deaths("files"), machine.deaths("disk"), machine.deaths("backup"), machine.deaths("other")));
        assertEquals(List.of("disk", "files", "backup"), births());
    }

    @Test
    void whoKeepsFailingAloneIsRestartedWithItsGroupBeforeItIsGivenUp() {
        machine.add(machine.program("disk", Rank.DEVICE).serves("Echo").group("storage", RestartStrategy.ONE).restarts(RestartPolicy.PERMANENT, 1, 1), EchoingServer::new)
            .add(machine.program("files", Rank.SERVICE).serves("Echo").group("storage", RestartStrategy.ONE), EchoingServer::new).boot();
        Echo disk = machine.connect("disk", Echo.class);
        kill("disk", disk);
        assertEquals(0, machine.deaths("files"));
        kill("disk", disk);
        assertEquals(1, machine.deaths("files"), "the second failure is one too many, so the group comes back");
        kill("disk", disk);
        assertEquals(2, machine.deaths("files"));
        machine.doom("disk");
        assertThrows(NucleusException.class, () -> disk.echo(1));
        assertEquals(ComponentInfo.State.GIVEN_UP, status("disk").state());
        assertEquals(2, machine.deaths("files"), "nothing is restarted with what is given up");
    }

    @Test
    void aCriticalComponentThatIsUsedUpRestartsTheMachine() {
        machine.add(machine.program("disk", Rank.DEVICE).serves("Echo").exhausted(Exhausted.REBOOT).restarts(RestartPolicy.PERMANENT, 0, 0), EchoingServer::new).boot();
        machine.machine().attach(new ResetPort(), ResetPort.NUMBER, 1);
        Echo disk = machine.connect("disk", Echo.class);
        machine.doom("disk");
        assertThrows(ResetPort.Reset.class, () -> disk.echo(1));
        assertTrue(machine.logged("supervisor: disk died too often: the machine restarts"), machine.log().toString());
    }

    private void recoveredBy(String name, Function<Grants, Isolate> program) {
        machine.add(machine.program("disk", Rank.DEVICE).serves("Echo").recovery(name), EchoingServer::new)
            .add(machine.program(name, Rank.PROGRAM).usesService("supervisor").start(StartMode.ON_REQUEST).restarts(RestartPolicy.TEMPORARY, 0, 0), program);
    }

    @Test
    void aRecoveryProgramDecidesByReasonAndStartsAnotherAtLast() {
        recoveredBy("careful", CarefulRecovery::new);
        machine.add(machine.program("disk-spare", Rank.DEVICE).serves("Echo").start(StartMode.ON_REQUEST), EchoingServer::new).boot();
        Echo disk = machine.connect("disk", Echo.class);
        kill("disk", disk);
        kill("disk", disk);
        assertEquals(ComponentInfo.State.ALIVE, status("disk").state());
        assertEquals(2, status("disk").incarnation());
        machine.doom("disk");
        assertThrows(NucleusException.class, () -> disk.echo(1));
        assertEquals(ComponentInfo.State.GIVEN_UP, status("disk").state());
        assertEquals(5, machine.connect("disk-spare", Echo.class).echo(5));
        assertTrue(machine.logged("careful: disk has failed 3 times in ten minutes, last by INVALID_INSTRUCTION"), machine.log().toString());
        assertEquals(3, history("disk").stream().filter(each -> each.text().startsWith("careful: ")).count());
    }

    @Test
    void withoutASpareARecoveryProgramGivesUp() {
        recoveredBy("careful", CarefulRecovery::new);
        machine.boot();
        Echo disk = machine.connect("disk", Echo.class);
        kill("disk", disk);
        kill("disk", disk);
        machine.doom("disk");
        assertThrows(NucleusException.class, () -> disk.echo(1));
        assertEquals(ComponentInfo.State.GIVEN_UP, status("disk").state());
        assertTrue(machine.logged("careful: nothing takes its place: no program is named disk-spare"), machine.log().toString());
    }

    @Test
    void aRecoveryProgramThatFailsIsReplacedByThePolicy() {
        recoveredBy("faulty", grants -> () -> {
            throw new IllegalStateException("no idea");
        });
        machine.boot();
        kill("disk", machine.connect("disk", Echo.class));
        assertEquals(1, status("disk").incarnation());
        assertTrue(machine.logged("supervisor: recovery program faulty ended without a decision about disk: its manifest's policy applies"), machine.log().toString());
    }

    @Test
    void aRecoveryProgramThatTakesTooLongIsEnded() {
        recoveredBy("slow", grants -> () -> Notifications.sleep(60_000_000_000L));
        machine.boot();
        kill("disk", machine.connect("disk", Echo.class));
        assertTrue(machine.logged("supervisor: recovery program slow took too long about disk: its manifest's policy applies"), machine.log().toString());
        assertEquals(1, machine.deaths("slow"));
        assertEquals(1, status("disk").incarnation());
        assertTrue(machine.machine().now() > 10_000_000_000L);
    }

    @Test
    void aCaseIsDecidedByNobodyElse() {
        recoveredBy("slow", grants -> () -> Notifications.sleep(60_000_000_000L));
        machine.add(machine.program("client", Rank.PROGRAM).usesService("disk").restarts(RestartPolicy.TEMPORARY, 0, 0),
            grants -> () -> Services.client(Echo.class, grants.queue("disk")).echo(1)).boot();
        machine.doom("disk");
        machine.pass(100);
        assertEquals(ComponentInfo.State.AWAITING_DECISION, status("disk").state());
        Supervision supervision = machine.supervision();
        SupervisionException refusal = assertThrows(SupervisionException.class, () -> supervision.recoverByGivingUp(0));
        assertEquals("there is no open case 0 for test to decide", refusal.getMessage());
        assertThrows(SupervisionException.class, () -> supervision.recoveryCase(0));
        assertThrows(SupervisionException.class, () -> supervision.recoverByStarting(0, "slow"));
        assertEquals(ComponentInfo.State.AWAITING_DECISION, status("disk").state());
    }

    /** Damages both copies of the record at {@code offset} of the ledger, before the next supervisor reads it. */
    private void damageLedger(int offset, int copySize) {
        machine.beforeSupervisorsNextCall(() -> {
            for (int copy = 0; copy < 2; copy++) {
                Address at = Address.fromLong(AddressSpaceLayout.WINDOWS_START + AddressSpaceLayout.WINDOW_SIZE + offset + copy * copySize);
                at.storeLong(at.loadLong() ^ 1);
            }
        });
        machine.endSupervisor(SupervisedMachine.End.DIES, 1);
    }

    @Test
    void aLedgerThatIsDamagedIsBegunAnewAndSoIsEverythingElse() throws InterruptedException {
        disk(RestartPolicy.PERMANENT, 3, 10);
        CountDownLatch answers = new CountDownLatch(2);
        machine.add(machine.program("client", Rank.SYSTEM).usesService("disk"), grants -> () -> {
            assertEquals(1, Services.client(Echo.class, grants.queue("disk")).echo(1));
            answers.countDown();
            Notifications.sleep(60_000_000_000L);
        }).boot();
        machine.pass(10);
        damageLedger(0, 128);
        // The test is among those that end.
        assertThrows(Throwable.class, () -> machine.supervision().memory());
        assertTrue(answers.await(10, TimeUnit.SECONDS), () -> machine.log().toString());
        assertTrue(machine.logged("supervisor: the ledger is damaged: everything is started anew"), machine.log().toString());
        assertEquals(List.of(1L, 1L), List.of(machine.deaths("disk"), machine.deaths("client")));
    }
}
