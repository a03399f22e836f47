package org.bulkhead.servers.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.isolate.call.OfflineException;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.ComponentStatus;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.servers.bench.Echo;
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
}
