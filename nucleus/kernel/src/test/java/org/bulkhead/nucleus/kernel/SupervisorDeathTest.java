package org.bulkhead.nucleus.kernel;

import static org.bulkhead.nucleus.kernel.Machine.FOREVER;
import static org.bulkhead.nucleus.kernel.Machine.MESSAGE;
import static org.bulkhead.nucleus.kernel.Machine.RECORD;
import static org.bulkhead.nucleus.kernel.Machine.at;
import static org.bulkhead.nucleus.kernel.Machine.compose;
import static org.bulkhead.nucleus.kernel.Machine.content;
import static org.bulkhead.nucleus.kernel.Machine.load;
import static org.bulkhead.nucleus.kernel.Machine.refusal;
import static org.bulkhead.nucleus.kernel.Machine.result;
import static org.bulkhead.nucleus.kernel.Machine.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.DumpLayout;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.HandleRecord;
import org.bulkhead.nucleus.abi.IsolateStatus;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.kernel.memory.Window;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What outlives the supervisor: all that it had made. */
class SupervisorDeathTest {
    private static final int DEATH_BIT = 9;
    private static final int SELF = 0;
    private static final long LEDGER = Handle.window(1);

    private Machine machine;
    private Isolate supervisor;
    private Isolate client;
    /** The supervisor's own. */
    private long queue;
    private long connection;

    @BeforeEach
    void boot() {
        machine = new Machine();
        supervisor = machine.supervisor();
        Machine.Spec spec = new Machine.Spec();
        spec.rank = Handles.MAX_RANK;
        spec.deathBit = DEATH_BIT;
        client = machine.start(spec);
        queue = machine.queue(4, 5);
        connection = machine.connect(client, queue, 3, 1);
    }

    private void die() {
        machine.become(supervisor);
        machine.call(SystemCall.EXIT, 1);
    }

    private long asSupervisor(int number, long... arguments) {
        return machine.callAs(supervisor, number, arguments);
    }

    private void call(int operation, int flags) {
        compose(client, operation, operation, 0, flags);
        machine.callAs(client, SystemCall.CALL, connection, MESSAGE, 0, FOREVER);
    }

    private long handleInfo(long handle, HandleRecord field) {
        assertEquals(0, asSupervisor(SystemCall.HANDLE_INFO, handle, RECORD));
        return load(supervisor, RECORD + at(field));
    }

    private long status(long place, IsolateStatus field) {
        assertEquals(0, asSupervisor(SystemCall.INSPECT, SystemCall.INSPECT_ISOLATE, place, RECORD));
        return load(supervisor, RECORD + at(field));
    }

    @Test
    void whatItHadStartedGoesOn() {
        Isolate server = machine.startPlain("server");
        long service = machine.queue(4, 5);
        machine.serve(server, service);
        long other = machine.connect(client, service, 1, 1);
        compose(client, 3, 3, 0, 0);
        machine.callAs(client, SystemCall.CALL, other, MESSAGE, 0, FOREVER);
        machine.callAs(server, SystemCall.RECEIVE, 0, MESSAGE, FOREVER);
        long clientHandle = machine.handleOf(client);
        die();
        assertEquals(1, supervisor.incarnation);
        assertEquals(Isolate.State.ALIVE, supervisor.state);
        assertEquals(0, machine.callAs(server, SystemCall.REPLY, token(server), MESSAGE, 0));
        assertEquals(0, result(client));
        assertEquals(client.index, handleInfo(clientHandle, HandleRecord.OBJECT));
        assertEquals(HandleKind.QUEUE.ordinal(), handleInfo(service, HandleRecord.KIND));
        assertTrue(machine.connect(client, service, 1, 1) > 0, "the successor grants by the same handle");
    }

    @Test
    void itsRequestsAreTreatedLikeThoseOfAnyServer() {
        call(1, 0);
        asSupervisor(SystemCall.RECEIVE, 0, MESSAGE, FOREVER);
        die();
        assertEquals(refusal(ErrorCode.PEER_DIED_IN_SERVICE), result(client));
        call(2, MessageLayout.FLAG_IDEMPOTENT);
        assertTrue(asSupervisor(SystemCall.ISOLATE_GRANT, SELF, GrantKind.SERVE_QUEUE, queue, 0) > 0);
        assertEquals(0, asSupervisor(SystemCall.RECEIVE, 0, MESSAGE, FOREVER), "it was queued while nobody served");
        die();
        assertEquals(KernelThread.State.CALLING, client.thread.state);
        asSupervisor(SystemCall.ISOLATE_GRANT, SELF, GrantKind.SERVE_QUEUE, queue, 0);
        assertEquals(0, asSupervisor(SystemCall.RECEIVE, 0, MESSAGE, FOREVER));
        assertEquals(2, content(supervisor));
        asSupervisor(SystemCall.REPLY, token(supervisor), MESSAGE, 0);
        assertEquals(0, result(client));
    }

    @Test
    void handlesOfDevicesAndToServedQueuesAreNotItsSuccessors() {
        int used = supervisor.handles.used;
        asSupervisor(SystemCall.ISOLATE_GRANT, SELF, GrantKind.PORTS, 0x1F0, 8);
        asSupervisor(SystemCall.ISOLATE_GRANT, SELF, GrantKind.INTERRUPT, 13, 63);
        asSupervisor(SystemCall.ISOLATE_GRANT, SELF, GrantKind.SERVE_QUEUE, queue, 0);
        assertEquals(used + 3, supervisor.handles.used);
        assertTrue(machine.allows(0x1F0));
        die();
        assertEquals(used, supervisor.handles.used);
        assertFalse(machine.allows(0x1F0));
        assertTrue(machine.isMasked(13));
    }

    @Test
    void noticesWaitForTheSuccessor() {
        machine.become(client);
        machine.kernel.calls.notifications().notify(supervisor, 1L << 40);
        machine.become(supervisor);
        machine.kernel.deaths.end(supervisor, DeathReason.KILLED, 0, 0);
        machine.kernel.deaths.end(client, DeathReason.KILLED, 0, 0);
        machine.kernel.leave();
        assertEquals(MessageLayout.RECEIVED_NOTIFICATION, asSupervisor(SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE, FOREVER));
        assertEquals(1L << 40 | 1L << DEATH_BIT, content(supervisor));
    }

    @Test
    void theSuccessorIsTheParentOfAllChildren() {
        die();
        machine.callAs(client, SystemCall.EXIT, 0);
        asSupervisor(SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE, FOREVER);
        assertEquals(1L << DEATH_BIT, content(supervisor));
    }

    @Test
    void anIsolateThatWasNotStartedYetIsFoundByItsHandle() {
        Machine.Spec spec = new Machine.Spec();
        spec.name = "unborn";
        long handle = machine.create(spec);
        die();
        long place = handleInfo(handle, HandleRecord.OBJECT);
        assertEquals(Isolate.State.STOPPED.ordinal(), status(place, IsolateStatus.STATE));
        assertEquals(7, status(place, IsolateStatus.PROGRAM));
        assertEquals(1, status(place, IsolateStatus.INCARNATION));
        assertEquals(0, status(place, IsolateStatus.READY));
        assertEquals('u', status(place, IsolateStatus.NAME) & 0xFF);
        assertEquals(0, asSupervisor(SystemCall.ISOLATE_START, handle));
        assertEquals(Isolate.State.ALIVE, machine.isolate(handle).state);
    }

    @Test
    void theLedgerStaysWhereItIs() {
        Machine.store(supervisor, LEDGER, 4711);
        Machine.store(supervisor, LEDGER + 0x3_FFF8, 4712);
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), asSupervisor(SystemCall.CLOSE, 1));
        die();
        assertEquals(HandleKind.KEPT_MEMORY.ordinal(), handleInfo(1, HandleRecord.KIND));
        assertEquals(LEDGER, handleInfo(1, HandleRecord.A));
        assertEquals(0x4_0000, handleInfo(1, HandleRecord.B));
        assertEquals(4711, load(supervisor, LEDGER));
        assertEquals(4712, load(supervisor, LEDGER + 0x3_FFF8));
    }

    @Test
    void aHungOneDiesToo() {
        machine.become(supervisor);
        machine.pass(5_002);
        assertEquals(DeathReason.CPU_BUDGET, machine.lastDeath());
        assertEquals(1, supervisor.incarnation);
    }

    @Test
    void itsDeathsLeaveNothingBehind() {
        long free = machine.kernel.frames.free + supervisor.space.pages;
        for (int i = 0; i < 100; i++) {
            asSupervisor(SystemCall.ISOLATE_GRANT, SELF, GrantKind.SERVE_QUEUE, queue, 0);
            die();
            machine.hardware.ticks += 61L * SimulatedHardware.FREQUENCY;
        }
        assertEquals(100, supervisor.incarnation);
        assertEquals(free, machine.kernel.frames.free + supervisor.space.pages);
    }

    @Test
    void threeDeathsInAMinuteRestartTheMachine() {
        die();
        machine.hardware.ticks += 61L * SimulatedHardware.FREQUENCY;
        die();
        die();
        machine.become(supervisor);
        assertThrows(SimulatedHardware.Stopped.class, () -> machine.call(SystemCall.EXIT, 1));
        assertTrue(machine.hardware.console.toString().endsWith("nucleus: the machine restarts: the supervisor died three times in a minute\n"), machine.hardware.console.toString());
        Address dump = Address.fromLong(Window.at(DumpLayout.PLACE));
        assertEquals(DumpLayout.MAGIC, dump.loadInt(), "a dump was left for the boot loader");
        assertEquals(machine.kernel.log.end, dump.loadLong(DumpLayout.LOG_END));
        assertEquals(0xFE, machine.hardware.written.get(0x64));
    }
}
