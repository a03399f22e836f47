package org.bulkhead.servers.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bulkhead.isolate.call.PeerDiedException;
import org.bulkhead.isolate.call.PoisonedException;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.UsesPci;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.ComponentStatus;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.isolate.protocol.UpdateResult;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.servers.bench.Echo;
import org.bulkhead.servers.supervisor.VersionedServer.Flaw;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A component is updated while a client works with it, with a failure forced at each step: real supervisor, real nucleus. */
class LiveUpdateTest {
    private static final int MANY = 3000;
    private static final int FEW = 100;
    private static final int CALLS_AT_LEAST = 50;

    private final SupervisedMachine machine = new SupervisedMachine();
    private final DiskUnderLoad disk = new DiskUnderLoad(machine, MANY);
    private Supervision supervision;

    @AfterEach
    void close() {
        machine.close();
    }

    private void addSecond(Flaw flaw, UnaryOperator<Manifest.Builder> change) {
        machine.add(change.apply(DiskUnderLoad.version(machine.program("disk-b", Rank.DEVICE)).versionOf("disk")), grants -> new VersionedServer(grants, disk.world, flaw));
    }

    private void boot(Flaw first, Flaw second) {
        disk.addDisk(first);
        addSecond(second, UnaryOperator.identity());
        disk.boot();
        supervision = machine.supervision();
    }

    private ComponentStatus status() {
        int index = 0;
        ComponentStatus found = supervision.status(index);
        while (!found.name().equals("disk")) {
            found = supervision.status(++index);
        }
        return found;
    }

    private List<DeathReason> deaths() {
        return machine.deaths().stream().filter(each -> each.name().equals("disk")).map(SupervisedMachine.Death::reason).toList();
    }

    @Test
    void versionsTakeEachOthersPlaceUnderLoadWithTheirState() throws SupervisionException {
        boot(Flaw.NONE, Flaw.NONE);
        for (int i = 0; i < 10; i++) {
            machine.pass(30);
            String from = i % 2 == 0 ? "disk" : "disk-b";
            String to = i % 2 == 0 ? "disk-b" : "disk";
            UpdateResult result = supervision.update("disk", i % 3 == 0 ? "" : to);
            assertEquals(from, result.from());
            assertEquals(to, result.to());
            assertEquals(to, status().version());
            assertTrue(status().ready());
        }
        disk.assertEachRequestOnce();
        assertEquals(disk.requests() + 1, machine.connect("disk", Echo.class).echo(0), "requests counted through all versions");
        assertEquals(10, deaths().stream().filter(each -> each == DeathReason.REPLACED).count());
        assertEquals(10, deaths().size());
    }

    /** The function belongs to the component: the version that does not ask for one gets none of it, the one that does gets it again. */
    @Test
    void aVersionWithoutThePciFunctionOfItsComponentIsStartedWithoutIt() throws SupervisionException {
        machine.add(machine.program("pci", Rank.BUS).usesService("supervisor").restarts(RestartPolicy.TRANSIENT, 3, 10).serves("Echo"), ReportingServer::new);
        machine.add(machine.program("card", Rank.DEVICE).serves("Echo").pci("card", 0x10EC, 0x8029, UsesPci.ANY, true, false), EchoingServer::new);
        machine.add(machine.program("card-b", Rank.DEVICE).serves("Echo").versionOf("card"), EchoingServer::new);
        machine.boot();
        supervision = machine.supervision();
        for (String version : List.of("card-b", "card", "card-b")) {
            assertEquals(version, supervision.update("card", version).to());
            assertEquals(4711, machine.connect("card", Echo.class).echo(4711));
            assertEquals(version.equals("card"), supervision.line(ReportingServer.LINE).owner() >= 0, "whether " + version + " has the function's interrupt line");
        }
        assertEquals(0, machine.deaths("supervisor"));
    }

    @Test
    void aVersionIsReplacedByItself() throws SupervisionException {
        boot(Flaw.NONE, Flaw.NONE);
        assertEquals("disk", supervision.update("disk", "disk").to());
        disk.assertEachRequestOnce();
        assertEquals(1, status().incarnation());
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, THROWS_WHEN_MADE, it died before it was ready: UNCAUGHT_EXCEPTION",
        "NONE, WAITS_WHEN_MADE, it died before it was ready: NOT_READY",
        "NONE, REFUSES_STATE, it died before it was ready: UNCAUGHT_EXCEPTION",
        "RESTS_LATE, NONE, it did not come to rest within 2000 ms",
        "REFUSES_TO_REST, NONE, it cannot come to rest now"})
    void theOldVersionGoesOnWhenAStepFails(Flaw old, Flaw young, String why) throws SupervisionException {
        boot(old, young);
        SupervisionException failed = assertThrows(SupervisionException.class, () -> supervision.update("disk", "disk-b"));
        assertTrue(failed.getMessage().startsWith("disk is not updated from disk to disk-b: " + why), failed.getMessage());
        assertEquals("disk", status().version());
        assertEquals(0, status().incarnation());
        assertEquals(ComponentInfo.State.ALIVE, status().state());
        disk.assertEachRequestOnce();
        assertEquals(0, status().burst(), "a failed update is no failure of the component");
        assertEquals(old == Flaw.REFUSES_TO_REST ? 0 : 1, disk.world.resumed);
        assertTrue(deaths().size() <= 1, "only the new version can have died: " + machine.deaths());
        // And it can be killed and comes back as what it was.
        supervision.kill("disk");
        assertEquals(5, machine.connect("disk", Echo.class).echo(5));
        assertEquals("disk", status().version());
    }

    @Test
    void aVersionThatCannotBeMadeIsNoHarm() throws SupervisionException {
        disk.addDisk(Flaw.NONE);
        addSecond(Flaw.NONE, manifest -> manifest.interrupt(2));
        disk.boot();
        supervision = machine.supervision();
        SupervisionException failed = assertThrows(SupervisionException.class, () -> supervision.update("disk", "disk-b"));
        assertTrue(failed.getMessage().contains("it cannot be started"), failed.getMessage());
        disk.assertEachRequestOnce();
        assertEquals(List.of(DeathReason.KILLED), deaths());
    }

    @Test
    void aVersionThatKeepsFailingGivesWayToTheOneBefore() throws SupervisionException {
        boot(Flaw.NONE, Flaw.DIES_OF_FIRST_REQUEST);
        Echo client = machine.connect("disk", Echo.class);
        supervision.update("disk", "disk-b");
        for (int i = 0; status().version().equals("disk-b"); i++) {
            assertTrue(i < MANY, "the version before has not come");
            assertThrows(PoisonedException.class, () -> client.echo(4));
            machine.pass(10_000);
        }
        assertEquals(5, client.echo(5));
        assertTrue(machine.logged("back to version disk"));
    }

    @Test
    void whatNeverRestsIsFoundHungAndStartedAgain() throws SupervisionException {
        boot(Flaw.NEVER_RESTS, Flaw.NONE);
        assertThrows(SupervisionException.class, () -> supervision.update("disk", "disk-b"));
        disk.finishRequests();
        assertEquals(List.of(DeathReason.QUEUE_OVERDUE), deaths());
        assertEquals("disk", status().version());
    }

    @Test
    void whatDiesWhileItComesToRestIsRestartedAsItWas() {
        boot(Flaw.DIES_WHILE_RESTING, Flaw.NONE);
        assertThrows(SupervisionException.class, () -> supervision.update("disk", "disk-b"));
        disk.finishRequests();
        assertEquals("disk", status().version());
        assertEquals(List.of(DeathReason.UNCAUGHT_EXCEPTION), deaths());
    }

    @Test
    void whatIsNotThereIsRefused() {
        boot(Flaw.NONE, Flaw.NONE);
        assertEquals("no program is named disc: status lists them", assertThrows(SupervisionException.class, () -> supervision.update("disc", "")).getMessage());
        assertEquals("disk has no version disk-c: it has disk, disk-b", assertThrows(SupervisionException.class, () -> supervision.update("disk", "disk-c")).getMessage());
        assertThrows(SupervisionException.class, () -> supervision.update("supervisor", ""));
    }

    @Test
    void refreshingEndsBetweenTwoRequestsAtRest() throws SupervisionException {
        boot(Flaw.NONE, Flaw.NONE);
        supervision.refresh("disk");
        disk.assertEachRequestOnce();
        assertEquals(List.of(DeathReason.EXIT), deaths());
        assertEquals(disk.requests() + 1, machine.connect("disk", Echo.class).echo(0), "requests counted through both lives");
    }

    @Test
    void whatDoesNotEndWhenItIsRefreshedIsKilled() throws SupervisionException {
        boot(Flaw.REFUSES_TO_REST, Flaw.NONE);
        supervision.refresh("disk");
        disk.finishRequests();
        assertEquals(List.of(DeathReason.KILLED), deaths());
    }

    /** The supervisor ends at each of its system calls during an update: either the old version goes on or the new one serves, and no request is lost. */
    @ParameterizedTest
    @CsvSource({"NONE", "WAITS_WHEN_MADE"})
    void theSupervisorMayDieAtAnyMoment(Flaw young) {
        int calls = 0;
        while (new LiveUpdateTest().dieAt(calls + 1, young)) {
            calls++;
        }
        assertTrue(calls > CALLS_AT_LEAST, "an update takes more than " + calls + " system calls");
    }

    private boolean dieAt(int n, Flaw young) {
        disk.setRequests(FEW);
        try {
            boot(Flaw.NONE, young);
            machine.endSupervisor(SupervisedMachine.End.DIES, n);
            try {
                supervision.update("disk", "disk-b");
            } catch (PeerDiedException | SupervisionException e) {
                // The next supervisor does not know who asked.
            }
            machine.pass(20);
            boolean ended = machine.spareSupervisor();
            String version = status().version();
            assertTrue(version.equals("disk") || young == Flaw.NONE && version.equals("disk-b"), "call " + n + ": " + version);
            disk.assertEachRequestOnce();
            assertEquals(7, machine.connect("disk", Echo.class).echo(7));
            long alive = 0;
            int index = 0;
            for (var each = supervision.isolate(index); each != null; each = supervision.isolate(++index)) {
                alive += each.name().equals("disk") ? 1 : 0;
            }
            assertEquals(1, alive, "isolates named disk after call " + n);
            return ended;
        } catch (AssertionError e) {
            throw new AssertionError("the supervisor ended at call " + n + ": " + e.getMessage() + "\n" + String.join("\n", machine.log()), e);
        } finally {
            machine.close();
        }
    }
}
