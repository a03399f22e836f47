package org.bulkhead.servers.supervisor;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Handle;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.PeerDiedException;
import org.bulkhead.isolate.call.PoisonedException;
import org.bulkhead.isolate.manifest.Exhausted;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.ManifestCodec;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesPci;
import org.bulkhead.isolate.message.Badge;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.InstalledProgram;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.isolate.protocol.UpdateResult;
import org.bulkhead.servers.bench.Echo;
import org.bulkhead.servers.bench.EchoDispatcher;
import org.bulkhead.servers.supervisor.SupervisedMachine.End;
import org.bulkhead.servers.supervisor.VersionedServer.Flaw;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs that come while the system runs, as modules of the real nucleus whose code HotSpot stands for: the test is their loader. */
class InstallTest {
    private static final int REQUESTS = 1500;

    private final SupervisedMachine machine = new SupervisedMachine();
    private final DiskUnderLoad disk = new DiskUnderLoad(machine, REQUESTS);
    private Supervision supervision;

    @AfterEach
    void close() {
        machine.close();
    }

    private Manifest.Builder version(String name) {
        return DiskUnderLoad.version(machine.manifest(name, Rank.DEVICE));
    }

    private void boot() {
        disk.addDisk(Flaw.NONE);
        disk.boot();
        supervision = machine.supervision();
    }

    private Manifest.Builder plain(String name) {
        return machine.manifest(name, Rank.SERVICE).serves("Echo");
    }

    private int install(Manifest.Builder manifest) throws SupervisionException {
        return machine.install(manifest.build(), EchoingServer::new);
    }

    private UpdateResult update(String name, Flaw flaw) throws SupervisionException {
        return machine.updateTo("disk", version(name).build(), grants -> new VersionedServer(grants, disk.world, flaw));
    }

    private ComponentInfo.State state(String name) {
        return machine.status(name).state();
    }

    private int modules() {
        return supervision.memory().freeModules();
    }

    // Components.

    @Test
    void aProgramIsInstalledStartedServesAndIsRestartedFromItsModule() throws SupervisionException {
        boot();
        int free = modules();
        int program = install(plain("printer").start(StartMode.BOOT));
        assertEquals(4, program, "behind those of the image");
        assertEquals(ComponentInfo.State.ALIVE, state("printer"));
        InstalledProgram found = supervision.installed(0);
        assertEquals("printer", found.name());
        assertEquals("printer", found.component());
        assertEquals(InstalledProgram.Role.CURRENT, found.role());
        assertEquals(2, found.references(), "the supervisor's handle and the isolate");
        assertNull(supervision.installed(1));
        assertEquals(SupervisedMachine.SOURCE, supervision.source(0));
        assertNull(supervision.source(1));
        Manifest.Builder user = machine.manifest("user", Rank.PROGRAM).usesService("printer").restarts(RestartPolicy.TEMPORARY, 0, 0).start(StartMode.BOOT);
        long[] answers = new long[1];
        machine.install(user.build(), grants -> () -> {
            for (int i = 0; i < 3; i++) {
                answers[0] += new Services(grants).connect("printer", Echo.class).echo(10);
                Notifications.sleep(5_000_000);
            }
        });
        supervision.kill("printer");
        machine.await("answers through a restart", () -> answers[0] == 30);
        assertEquals(1, machine.status("printer").incarnation());
        assertEquals(free - 2, modules());
        assertTrue(assertThrows(SupervisionException.class, () -> supervision.uninstall("printer")).getMessage().contains("is used by user"));
        machine.await("the user's end", () -> state("user") == ComponentInfo.State.STOPPED);
        supervision.uninstall("user");
        supervision.uninstall("printer");
        assertEquals(free, modules());
        assertNull(supervision.installed(0));
        assertTrue(assertThrows(SupervisionException.class, () -> supervision.start("printer", 0)).getMessage().contains("no program is named printer"));
        assertEquals(6, install(plain("printer").start(StartMode.BOOT)), "a number that nobody had comes before one that somebody had");
    }

    @Test
    void whatRunsIsEndedAndRemovedAtOnceWithAllItsVersions() throws SupervisionException {
        boot();
        int free = modules();
        int handles = supervision.isolate(0).handles();
        for (int i = 0; i < 3; i++) {
            install(plain("printer").start(StartMode.BOOT));
            machine.updateTo("printer", plain("better").build(), EchoingServer::new);
            assertEquals("better", machine.status("printer").version());
            String message = assertThrows(SupervisionException.class, () -> supervision.uninstall("better")).getMessage();
            assertEquals("better is a version of printer: name that", message);
            supervision.uninstall("printer");
            assertNull(supervision.installed(0));
            assertEquals(free, modules());
            assertEquals(handles, supervision.isolate(0).handles());
        }
        assertEquals(ComponentInfo.State.ALIVE, state("disk"));
    }

    /** Numbers of programs are used again, badges are not, and the datastore is told whose things it need not keep. */
    @Test
    void serversKnowProgramsApartThatHadTheSameNumber() throws SupervisionException {
        List<Integer> badges = new ArrayList<>();
        machine.add(machine.program("datastore", Rank.STORE).serves("DataStore"), grants -> machine.store());
        machine.add(machine.program("witness", Rank.DEVICE).serves("Echo"), grants -> witness(badges));
        boot();
        int numbers = Manifest.PROGRAM_LIMIT - visit();
        // The next supervisor begins with the first number again.
        int visits = numbers + 3;
        for (int i = 0; i < visits; i++) {
            machine.pass(20);
            assertEquals("ALIVE 0", machine.told("visitor"));
            supervision.kill("visitor");
            machine.await("its successor", () -> machine.status("visitor").incarnation() == 1);
            machine.pass(20);
            supervision.uninstall("visitor");
            machine.pass(20);
            assertNull(machine.told("visitor"));
            if (i == 2) {
                machine.endSupervisor(End.DIES, 1);
                assertThrows(PeerDiedException.class, () -> supervision.halt(0));
            }
            visit();
        }
        machine.pass(20);
        assertEquals(visits + 1, new HashSet<>(badges).size(), "one of each, its successors included: " + badges);
        assertEquals(numbers, badges.stream().map(Badge::program).distinct().count());
        assertEquals(visits, machine.removed().size());
    }

    private static Isolate witness(List<Integer> badges) {
        ServiceLoop[] loop = new ServiceLoop[1];
        loop[0] = new ServiceLoop(new EchoDispatcher(new EchoingServer(null) {
            @Override
            public void nothing() {
                badges.add(loop[0].badge());
            }
        }), bits -> { });
        return loop[0]::run;
    }

    /** Installs a program that asks the witness once in each life. */
    private int visit() throws SupervisionException {
        return machine.install(machine.manifest("visitor", Rank.PROGRAM).usesService("witness").start(StartMode.BOOT).build(), grants -> () -> {
            new Services(grants).connect("witness", Echo.class).nothing();
            Notifications.await(0, Nucleus.FOREVER);
        });
    }

    /** A version to which the user may go back uses the service, though the one that runs does not. */
    @Test
    void whatSomeVersionNeedsStays() throws SupervisionException {
        boot();
        install(plain("printer").start(StartMode.BOOT));
        install(machine.manifest("user", Rank.SYSTEM).serves("Echo").usesService("printer"));
        machine.updateTo("user", machine.manifest("without", Rank.SYSTEM).serves("Echo").build(), EchoingServer::new);
        assertTrue(assertThrows(SupervisionException.class, () -> supervision.uninstall("printer")).getMessage().contains("is used by user"));
        supervision.uninstall("user");
        install(machine.manifest("watched", Rank.SYSTEM).recovery("printer"));
        assertTrue(assertThrows(SupervisionException.class, () -> supervision.uninstall("printer")).getMessage().contains("is used by watched"));
        supervision.uninstall("watched");
        supervision.uninstall("printer");
        assertNull(supervision.installed(0));
    }

    @Test
    void whatStartsOnRequestIsStartedOnRequest() throws SupervisionException {
        boot();
        install(plain("printer").start(StartMode.ON_REQUEST));
        assertEquals(ComponentInfo.State.STOPPED, state("printer"));
        supervision.start("printer", 7);
        assertEquals(ComponentInfo.State.ALIVE, state("printer"));
    }

    private void refused(String why, UnaryOperator<Manifest.Builder> change) {
        int free = modules();
        int handles = supervision.isolate(0).handles();
        String message = assertThrows(SupervisionException.class, () -> install(change.apply(plain("printer")))).getMessage();
        assertTrue(message.contains(why), message);
        assertEquals(free, modules(), "its module is given up");
        assertEquals(handles, supervision.isolate(0).handles());
        assertNull(supervision.installed(0));
    }

    @Test
    void whatPolicyRefuses() throws SupervisionException {
        boot();
        refused("the rank BUS is for programs of the image", each -> each.rank(Rank.BUS));
        refused("the rank SUPERVISOR is for programs of the image", each -> each.rank(Rank.SUPERVISOR));
        refused("the right to supervise", Manifest.Builder::supervises);
        refused("the right to load modules", Manifest.Builder::loadsModules);
        refused("the right to keep memory", Manifest.Builder::keepsMemory);
        refused("it complains about disk", each -> each.complainsAbout("disk"));
        refused("ports 0x304-0x304 belong to disk", each -> each.ports("mine", 0x304, 1));
        refused("ports 0x40-0x40 belong to the nucleus", each -> each.ports("mine", 0x40, 1));
        refused("interrupt 11 belongs to disk", each -> each.interrupt(VersionedServer.LINE));
        refused("interrupt 0 belongs to the nucleus", each -> each.interrupt(0));
        refused("device memory from 0xe0000000 on belongs to disk", each -> each.window("mine", VersionedServer.WINDOW, 4096));
        refused("the machine has no PCI function", each -> each.pci("card", 0x10EC, 0x8029, UsesPci.ANY, true, false));
        refused("it uses the service nowhere, which does not exist here", each -> each.usesService("nowhere"));
        refused("the service supervisor is for programs of the image only: take it out of the manifest", each -> each.usesService("supervisor"));
        refused("the service supervisor is for programs", each -> each.sendsTo("supervisor"));
        refused("the service loader is for programs", each -> each.usesService("loader"));
        refused("its recovery program nobody does not exist here", each -> each.recovery("nobody"));
        refused("it uses the service client, which does not exist here", each -> each.sendsTo("client"));
        refused("its rank DEVICE is not above DEVICE, the rank of disk, which it calls", each -> each.rank(Rank.DEVICE).usesService("disk"));
        refused("it is a version of disk: update that to it", each -> each.versionOf("disk"));
        install(machine.manifest("blocks", Rank.DEVICE).serves("BlockDevice"));
        String message = assertThrows(SupervisionException.class, () -> install(plain("printer").usesService("blocks"))).getMessage();
        assertTrue(message.startsWith("the blocks of blocks are for programs of the image"), message);
        assertTrue(assertThrows(SupervisionException.class, () -> install(plain("disk"))).getMessage().contains("there is a program named disk"));
        assertEquals(ComponentInfo.State.ALIVE, state("disk"));
    }

    /** What the image's program may, its versions may; what others of the image may is no reason. */
    @Test
    void aVersionKeepsTheServicesOfItsComponent() throws SupervisionException {
        machine.add(machine.program("keeper", Rank.SYSTEM).serves("Echo").usesService("supervisor"), EchoingServer::new);
        boot();
        Manifest.Builder better = machine.manifest("better", Rank.SYSTEM).serves("Echo").usesService("supervisor");
        assertEquals("better", machine.updateTo("keeper", better.build(), EchoingServer::new).to());
        String message = assertThrows(SupervisionException.class, () -> machine.updateTo("disk", version("worse").usesService("supervisor").build(), EchoingServer::new)).getMessage();
        assertTrue(message.startsWith("the service supervisor is for programs of the image"), message);
    }

    @Test
    void aQueueThatIsFullOfPromisesIsNoServiceForOneMore() throws SupervisionException {
        boot();
        for (int i = 0; i < 2; i++) {
            install(machine.manifest("user" + i, Rank.PROGRAM).usesService("disk"));
        }
        String message = assertThrows(SupervisionException.class, () -> install(machine.manifest("user2", Rank.PROGRAM).usesService("disk"))).getMessage();
        assertTrue(message.contains("the queue of disk has 8 slots, and its clients would need 10"), message);
    }

    @Test
    void bytesThatAreNoManifestAndHandlesThatAreNoModule() {
        boot();
        int free = modules();
        String message = assertThrows(SupervisionException.class, () -> machine.install(new byte[] {'B', 'H', 'M'}, machine.module(plain("x").build(), EchoingServer::new))).getMessage();
        assertTrue(message.contains("no manifest: byte 3"), message);
        message = assertThrows(SupervisionException.class, () -> machine.install(ManifestCodec.encode(plain("x").build()), machine.unsealedModule())).getMessage();
        assertTrue(message.contains("no sealed module"), message);
        assertEquals(free, modules());
    }

    @Test
    void theTableIsBounded() throws SupervisionException {
        boot();
        int installed = 0;
        String message = null;
        while (message == null) {
            try {
                install(machine.manifest("program" + installed, Rank.PROGRAM).start(StartMode.ON_REQUEST));
                installed++;
            } catch (SupervisionException e) {
                message = e.getMessage();
            }
        }
        assertTrue(message.contains("as many as there can be") || message.contains("no room") || message.contains("NO_RESOURCE"), message);
        assertTrue(installed >= 20, "only " + installed);
        supervision.uninstall("program0");
        install(machine.manifest("another", Rank.PROGRAM).start(StartMode.ON_REQUEST));
        assertEquals(ComponentInfo.State.ALIVE, state("disk"));
    }

    // Versions.

    @Test
    void aComponentOfTheImageIsUpdatedUnderLoadAndRolledBack() throws SupervisionException {
        boot();
        int free = modules();
        UpdateResult result = update("disk", Flaw.NONE);
        assertEquals("disk", result.from());
        assertEquals("disk-2", result.to(), "its own name is taken");
        assertEquals("disk-2", machine.status("disk").version());
        machine.pass(50);
        assertEquals("disk-2", update("faster", Flaw.NONE).from());
        assertEquals(free - 2, modules(), "the version before is kept");
        assertEquals(InstalledProgram.Role.PREVIOUS, supervision.installed(0).role());
        assertEquals("newest", update("newest", Flaw.NONE).to());
        assertEquals(free - 2, modules(), "the one before that is not");
        machine.pass(50);
        assertEquals("faster", supervision.rollback("disk").to());
        assertEquals(free - 1, modules());
        assertTrue(assertThrows(SupervisionException.class, () -> supervision.rollback("disk")).getMessage().contains("no version before"));
        supervision.kill("disk");
        machine.pass(50);
        assertEquals("faster", machine.status("disk").version(), "restarted from its module");
        disk.assertEachRequestOnce();
    }

    @ParameterizedTest
    @EnumSource(value = Flaw.class, names = {"THROWS_WHEN_MADE", "WAITS_WHEN_MADE", "REFUSES_STATE"})
    void anUpdateThatFailsLeavesTheOldOneServingAndNothingElse(Flaw flaw) throws SupervisionException {
        boot();
        int free = modules();
        int handles = supervision.isolate(0).handles();
        String message = assertThrows(SupervisionException.class, () -> update("broken", flaw)).getMessage();
        assertTrue(message.contains("disk is not updated from disk to broken"), message);
        assertEquals("disk", machine.status("disk").version());
        assertEquals(free, modules());
        assertEquals(handles, supervision.isolate(0).handles());
        assertNull(supervision.installed(0));
        assertEquals("better", update("better", Flaw.NONE).to());
        disk.assertEachRequestOnce();
    }

    @Test
    void aVersionThatDiesOfRequestsGoesBackByItself() throws SupervisionException {
        boot();
        assertEquals("worse", update("worse", Flaw.DIES_OF_FIRST_REQUEST).to());
        Echo client = machine.connect("disk", Echo.class);
        for (int i = 0; i < 4; i++) {
            try {
                client.echo(1_000_000 + i);
            } catch (PoisonedException | PeerDiedException e) {
                // So it was made.
            }
        }
        machine.await("the version before", () -> machine.status("disk").version().equals("disk") && machine.status("disk").ready());
        assertEquals(InstalledProgram.Role.SPARE, supervision.installed(0).role());
        assertEquals("better", update("better", Flaw.NONE).to());
        assertEquals("better", supervision.installed(0).name());
        assertNull(supervision.installed(1), "the bad one is gone");
    }

    @Test
    void whatCannotBeAVersion() throws SupervisionException {
        boot();
        int free = modules();
        String message = assertThrows(SupervisionException.class, () -> machine.updateTo("disk", version("b").rank(Rank.SERVICE).build(), EchoingServer::new)).getMessage();
        assertTrue(message.contains("rank SERVICE"), message);
        message = assertThrows(SupervisionException.class, () -> machine.updateTo("disk", machine.manifest("b", Rank.DEVICE).serves("Other").build(), EchoingServer::new)).getMessage();
        assertTrue(message.contains("serves Other"), message);
        message = assertThrows(SupervisionException.class, () -> machine.updateTo("supervisor", version("b").build(), EchoingServer::new)).getMessage();
        assertTrue(message.contains("the supervisor is not updated"), message);
        message = assertThrows(SupervisionException.class, () -> machine.updateTo("nobody", version("b").build(), EchoingServer::new)).getMessage();
        assertTrue(message.contains("no program is named nobody"), message);
        assertTrue(assertThrows(SupervisionException.class, () -> supervision.uninstall("disk")).getMessage().contains("is a program of the image"));
        assertEquals(free, modules());
    }

    // The supervisor's own death.

    @Test
    void theNextSupervisorKnowsWhatWasInstalled() throws SupervisionException {
        boot();
        install(plain("printer").start(StartMode.BOOT));
        update("faster", Flaw.NONE);
        int free = modules();
        machine.endSupervisor(End.DIES, 1);
        assertThrows(PeerDiedException.class, () -> supervision.halt(0));
        machine.pass(20);
        assertEquals("faster", machine.status("disk").version());
        assertEquals(0, machine.status("printer").incarnation(), "it was left alone");
        assertEquals(free, modules());
        supervision.kill("printer");
        machine.await("the printer", () -> machine.status("printer").ready());
        assertEquals("disk", supervision.rollback("disk").to());
        supervision.down("printer");
        supervision.uninstall("printer");
        assertNull(supervision.installed(0));
        disk.assertEachRequestOnce();
    }

    /** What a supervisor is asked that ends meanwhile. */
    private enum Order { INSTALL, UPDATE, UNINSTALL }

    /** Whenever the supervisor ends during an installation, the program is there wholly or not at all, and no module is lost. */
    @ParameterizedTest
    @EnumSource
    void aSupervisorThatEndsInTheMiddleLeavesAllOrNothing(Order order) {
        int calls = 0;
        for (int n = 1; calls < 2; n++) {
            SupervisedMachine each = new SupervisedMachine();
            try {
                calls += endAt(each, n, order) ? 0 : 1;
            } finally {
                each.close();
            }
        }
    }

    /** Returns whether the supervisor came to its system call number n. */
    private boolean endAt(SupervisedMachine each, int n, Order order) {
        each.add(each.program("disk", Rank.DEVICE).serves("Echo").updatable(), EchoingServer::new);
        each.boot();
        each.pass(20);
        int free = each.supervision().memory().freeModules();
        Manifest manifest = each.manifest("printer", Rank.DEVICE).serves("Echo").exhausted(Exhausted.TOMBSTONE).build();
        Handle module = each.module(manifest, EchoingServer::new);
        if (order == Order.UNINSTALL) {
            assertDoesNotThrow(() -> each.install(ManifestCodec.encode(manifest), module));
        }
        each.endSupervisor(End.DIES, n);
        try {
            switch (order) {
                case INSTALL -> each.install(ManifestCodec.encode(manifest), module);
                case UPDATE -> each.updateTo("disk", ManifestCodec.encode(manifest), module);
                case UNINSTALL -> each.supervision().uninstall("printer");
            }
        } catch (PeerDiedException | SupervisionException e) {
            // Whoever asked is told, and looks for himself.
        }
        boolean ended = each.spareSupervisor();
        each.pass(5000);
        InstalledProgram found = each.supervision().installed(0);
        assertEquals(found == null ? free : free - 1, each.supervision().memory().freeModules(), "ended at its call " + n);
        assertEquals(ComponentInfo.State.ALIVE, each.status("disk").state());
        assertEquals(5, each.connect("disk", Echo.class).echo(5));
        if (found != null && order != Order.UPDATE) {
            assertNotNull(each.status("printer"));
        }
        if (found != null && order == Order.UNINSTALL) {
            assertDoesNotThrow(() -> each.supervision().uninstall("printer"), "what was not done is done when asked again");
            assertEquals(free, each.supervision().memory().freeModules());
        }
        return ended;
    }
}
