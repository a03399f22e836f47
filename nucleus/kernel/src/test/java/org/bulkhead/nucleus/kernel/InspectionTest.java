package org.bulkhead.nucleus.kernel;

import static org.bulkhead.nucleus.kernel.Machine.MESSAGE;
import static org.bulkhead.nucleus.kernel.Machine.RECORD;
import static org.bulkhead.nucleus.kernel.Machine.at;
import static org.bulkhead.nucleus.kernel.Machine.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.HandleRecord;
import org.bulkhead.nucleus.abi.IsolateStatus;
import org.bulkhead.nucleus.abi.LineStatus;
import org.bulkhead.nucleus.abi.MemoryStatus;
import org.bulkhead.nucleus.abi.QueueStatus;
import org.bulkhead.nucleus.abi.Rights;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.abi.TraceEvent;
import org.bulkhead.nucleus.abi.TraceRecord;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectionTest {
    private Machine machine;
    private Isolate supervisor;
    private Isolate server;
    private Isolate client;
    private long queue;

    @BeforeEach
    void boot() {
        machine = new Machine();
        supervisor = machine.supervisor();
        server = machine.startPlain("server");
        client = machine.startPlain("client");
        queue = machine.queue(8, 3);
        machine.serve(server, queue);
        machine.connect(client, queue, 2, 7);
    }

    private Address inspect(int what, long index) {
        assertEquals(0, machine.callAs(supervisor, SystemCall.INSPECT, what, index, RECORD));
        return Address.fromLong(supervisor.space.peek(RECORD));
    }

    private Address handle(Isolate isolate, int place) {
        return inspect(SystemCall.INSPECT_HANDLE, isolate.index * 256L + place);
    }

    private void assertHandle(Address record, HandleKind kind, int rights, int object, long a, long b) {
        assertEquals(kind.ordinal(), record.loadLong(at(HandleRecord.KIND)));
        assertEquals(rights, record.loadLong(at(HandleRecord.RIGHTS)));
        assertEquals(object, record.loadLong(at(HandleRecord.OBJECT)));
        assertEquals(a, record.loadLong(at(HandleRecord.A)));
        assertEquals(b, record.loadLong(at(HandleRecord.B)));
    }

    @Test
    void aHandleTellsTheNumberByWhichItsIsolateNamesIt() {
        int place = supervisor.handles.find(queue).index;
        assertEquals(queue, handle(supervisor, place).loadLong(at(HandleRecord.NUMBER)));
        machine.callAs(supervisor, SystemCall.CLOSE, queue);
        long another = machine.queue(8, 3);
        assertEquals(another, handle(supervisor, place).loadLong(at(HandleRecord.NUMBER)), "in the same place, of another generation");
    }

    private int queuePlace() {
        return supervisor.handles.find(queue).object.index;
    }

    @Test
    void aQueueTellsWhatWaitsInItAndForHowLong() {
        Machine.compose(client, 1, 2, 0, 0);
        machine.callAs(client, SystemCall.CALL, machine.handleTo(client, HandleKind.CONNECTION), MESSAGE, 0, Machine.FOREVER);
        machine.pass(3);
        Address status = inspect(SystemCall.INSPECT_QUEUE, queuePlace());
        assertEquals(8, status.loadLong(at(QueueStatus.CAPACITY)));
        assertEquals(supervisor.index, status.loadLong(at(QueueStatus.OWNER)));
        assertEquals(server.index, status.loadLong(at(QueueStatus.SERVER)));
        assertEquals(3, status.loadLong(at(QueueStatus.RANK)));
        assertEquals(2, status.loadLong(at(QueueStatus.RESERVED)));
        assertEquals(1, status.loadLong(at(QueueStatus.QUEUED)));
        assertEquals(0, status.loadLong(at(QueueStatus.IN_SERVICE)));
        assertEquals(1, status.loadLong(at(QueueStatus.MESSAGES)));
        assertEquals(3_000_000, status.loadLong(at(QueueStatus.QUEUED_AGE)));
        assertEquals(0, status.loadLong(at(QueueStatus.SERVICE_AGE)));
        machine.callAs(server, SystemCall.RECEIVE, 0, MESSAGE, Machine.FOREVER);
        machine.pass(2);
        status = inspect(SystemCall.INSPECT_QUEUE, queuePlace());
        assertEquals(0, status.loadLong(at(QueueStatus.QUEUED)));
        assertEquals(1, status.loadLong(at(QueueStatus.IN_SERVICE)));
        assertEquals(0, status.loadLong(at(QueueStatus.QUEUED_AGE)));
        assertEquals(2_000_000, status.loadLong(at(QueueStatus.SERVICE_AGE)));
        assertEquals(0, inspect(SystemCall.INSPECT_QUEUE, queuePlace() + 1).loadLong(at(QueueStatus.CAPACITY)));
        assertEquals(-1, inspect(SystemCall.INSPECT_QUEUE, Pools.QUEUES - 1).loadLong(at(QueueStatus.SERVER)));
    }

    @Test
    void aNewQueueInAnOldPlaceCountsFromZero() {
        Machine.compose(client, 1, 2, 0, 0);
        machine.callAs(client, SystemCall.SEND, machine.handleTo(client, HandleKind.CONNECTION), MESSAGE, 0);
        int place = queuePlace();
        machine.callAs(supervisor, SystemCall.CLOSE, queue);
        queue = machine.queue(4, 1);
        assertEquals(place, queuePlace());
        assertEquals(0, inspect(SystemCall.INSPECT_QUEUE, place).loadLong(at(QueueStatus.MESSAGES)));
    }

    @Test
    void linesCountTheirInterrupts() {
        machine.grant(server, GrantKind.INTERRUPT, 9, 4);
        Address line = inspect(SystemCall.INSPECT_LINE, 9);
        assertEquals(server.index, line.loadLong(at(LineStatus.OWNER)));
        assertEquals(4, line.loadLong(at(LineStatus.BIT)));
        assertEquals(0, line.loadLong(at(LineStatus.MASKED)));
        assertEquals(0, line.loadLong(at(LineStatus.COUNT)));
        machine.kernel.interrupt(32 + 9, 0);
        line = inspect(SystemCall.INSPECT_LINE, 9);
        assertEquals(1, line.loadLong(at(LineStatus.MASKED)));
        assertEquals(1, line.loadLong(at(LineStatus.COUNT)));
        machine.pass(5);
        assertTrue(inspect(SystemCall.INSPECT_LINE, 0).loadLong(at(LineStatus.COUNT)) >= 5);
        assertEquals(-1, inspect(SystemCall.INSPECT_LINE, 10).loadLong(at(LineStatus.OWNER)));
    }

    @Test
    void memoryAddsUp() {
        Address status = inspect(SystemCall.INSPECT_MEMORY, 0);
        assertEquals(machine.freeAtStart, status.loadLong(at(MemoryStatus.FRAMES)));
        assertEquals(machine.kernel.frames.free, status.loadLong(at(MemoryStatus.FREE_FRAMES)));
        assertEquals(Pools.ISOLATES - 3, status.loadLong(at(MemoryStatus.FREE_ISOLATES)));
        assertEquals(Pools.QUEUES - 1, status.loadLong(at(MemoryStatus.FREE_QUEUES)));
        assertEquals(Pools.SLOTS - 8, status.loadLong(at(MemoryStatus.FREE_SLOTS)));
        assertEquals(Pools.CONNECTIONS - 1, status.loadLong(at(MemoryStatus.FREE_CONNECTIONS)));
    }

    @Test
    void handlesTellWhatTheyName() {
        machine.grant(server, GrantKind.INTERRUPT, 9, 4);
        machine.grant(server, GrantKind.PORTS, 0x300, 8);
        machine.grant(server, GrantKind.NOTIFY_ISOLATE, machine.handleOf(client), 0xF0);
        assertHandle(handle(server, 0), HandleKind.ISOLATE, 0, server.index, 0, 0);
        assertHandle(handle(server, 1), HandleKind.SERVED_QUEUE, Rights.SERVE, queuePlace(), 0, 0);
        assertHandle(handle(server, 2), HandleKind.INTERRUPT, 0, 9, 9, 4);
        assertHandle(handle(server, 3), HandleKind.PORTS, 0, server.index, 0x300, 8);
        assertHandle(handle(server, 4), HandleKind.NOTIFICATION, Rights.NOTIFY | Rights.COPY, client.index, 0xF0, 0);
        assertHandle(handle(server, 5), HandleKind.NONE, 0, 0, 0, 0);
        assertHandle(handle(client, 1), HandleKind.CONNECTION, Rights.CALL | Rights.SEND | Rights.COPY, queuePlace(), 2, 0);
        assertHandle(inspect(SystemCall.INSPECT_HANDLE, 31 * 256), HandleKind.NONE, 0, 0, 0, 0);
    }

    @Test
    void anIsolateAsksAboutItsOwnHandles() {
        long handle = machine.handleTo(client, HandleKind.CONNECTION);
        Machine.compose(client, 1, 2, 0, 0);
        machine.callAs(client, SystemCall.SEND, handle, MESSAGE, 0);
        assertEquals(0, machine.callAs(client, SystemCall.HANDLE_INFO, handle, RECORD));
        Address record = Address.fromLong(client.space.peek(RECORD));
        assertHandle(record, HandleKind.CONNECTION, Rights.CALL | Rights.SEND | Rights.COPY, queuePlace(), 2, 1);
        assertEquals(0, record.loadLong(at(HandleRecord.STALE)));
        machine.callAs(supervisor, SystemCall.CLOSE, queue);
        assertEquals(0, machine.callAs(client, SystemCall.HANDLE_INFO, handle, RECORD));
        assertEquals(1, record.loadLong(at(HandleRecord.STALE)), "the service was given up");
        machine.callAs(client, SystemCall.CLOSE, handle);
        assertEquals(refusal(ErrorCode.STALE_HANDLE), machine.callAs(client, SystemCall.HANDLE_INFO, handle, RECORD));
        assertEquals(refusal(ErrorCode.BAD_HANDLE), machine.callAs(client, SystemCall.HANDLE_INFO, 40, RECORD));
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(client, SystemCall.HANDLE_INFO, 0, Machine.CODE));
    }

    @Test
    void theTraceTellsEachEventOnce() {
        long first = machine.kernel.deaths.trace().next;
        Machine.compose(client, 5, 2, 0, 0);
        machine.callAs(client, SystemCall.SEND, machine.handleTo(client, HandleKind.CONNECTION), MESSAGE, 0);
        Address event = inspect(SystemCall.INSPECT_TRACE, first);
        assertEquals(TraceEvent.QUEUED.ordinal() | client.index << 16, event.loadInt(TraceRecord.EVENT));
        assertEquals(queuePlace(), event.loadInt(TraceRecord.QUEUE) & 0xFFFF);
        assertEquals(5, event.loadLong(TraceRecord.VALUE));
        assertEquals(refusal(ErrorCode.NO_SUCH_OBJECT), machine.callAs(supervisor, SystemCall.INSPECT, SystemCall.INSPECT_TRACE, first + 1, RECORD));
    }

    @Test
    void whatDoesNotExistIsNotTold() {
        for (long[] wrong : new long[][] {{SystemCall.INSPECT_QUEUE, Pools.QUEUES}, {SystemCall.INSPECT_QUEUE, 256}, {SystemCall.INSPECT_LINE, 16}, {SystemCall.INSPECT_MEMORY, 1},
            {SystemCall.INSPECT_HANDLE, 32 * 256}, {SystemCall.INSPECT_HANDLE, HandleTable.SIZE}, {SystemCall.INSPECT_HANDLE, -1}, {SystemCall.INSPECT_LINE, 1L << 32},
            {SystemCall.INSPECT_HANDLE, Long.MAX_VALUE}}) {
            assertEquals(refusal(ErrorCode.NO_SUCH_OBJECT), machine.callAs(supervisor, SystemCall.INSPECT, wrong[0], wrong[1], RECORD));
        }
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.callAs(supervisor, SystemCall.INSPECT, 0, 0, RECORD));
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.callAs(supervisor, SystemCall.INSPECT, 99, 0, RECORD));
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(supervisor, SystemCall.INSPECT, SystemCall.INSPECT_MEMORY, 0, Machine.CODE));
        assertEquals(refusal(ErrorCode.NO_RIGHT), machine.callAs(client, SystemCall.INSPECT, SystemCall.INSPECT_MEMORY, 0, RECORD));
        assertEquals(refusal(ErrorCode.NO_RIGHT), machine.callAs(client, SystemCall.ISOLATE_REVOKE, 0, 1));
    }

    @Test
    void theStatusTellsOfBudgetsPrioritiesAndActivity() {
        client.overruns = 3;
        client.refusals = 2;
        machine.callAs(server, SystemCall.RECEIVE, 0, MESSAGE, Machine.FOREVER);
        machine.callAs(supervisor, SystemCall.INSPECT, SystemCall.INSPECT_ISOLATE, server.index, RECORD);
        Address status = Address.fromLong(supervisor.space.peek(RECORD));
        assertEquals(KernelThread.State.RECEIVING.ordinal(), status.loadLong(at(IsolateStatus.THREAD_STATE)));
        assertEquals(3, status.loadLong(at(IsolateStatus.CURRENT_PRIORITY)));
        machine.callAs(supervisor, SystemCall.INSPECT, SystemCall.INSPECT_ISOLATE, client.index, RECORD);
        assertEquals(3, status.loadLong(at(IsolateStatus.OVERRUNS)));
        assertEquals(2, status.loadLong(at(IsolateStatus.REFUSALS)));
        assertEquals(KernelThread.State.READY.ordinal(), status.loadLong(at(IsolateStatus.THREAD_STATE)));
    }

    @Test
    void aRightIsTakenBackAtOnce() {
        machine.grant(server, GrantKind.PORTS, 0x300, 8);
        long ports = machine.grant(server, GrantKind.PORTS, 0x310, 8);
        long interrupt = machine.grant(server, GrantKind.INTERRUPT, 9, 4);
        long self = machine.handleOf(server);
        assertEquals(0, machine.callAs(supervisor, SystemCall.ISOLATE_REVOKE, self, machine.handleTo(server, HandleKind.PORTS)));
        machine.become(server);
        assertFalse(machine.allows(0x300));
        assertTrue(machine.allows(0x310) && machine.allows(0x317));
        assertEquals(0, machine.callAs(supervisor, SystemCall.ISOLATE_REVOKE, self, ports));
        assertEquals(0, machine.callAs(supervisor, SystemCall.ISOLATE_REVOKE, self, interrupt));
        assertEquals(0, server.ports);
        assertTrue(machine.isMasked(9));
        assertEquals(refusal(ErrorCode.STALE_HANDLE), machine.callAs(supervisor, SystemCall.ISOLATE_REVOKE, self, ports));
        assertEquals(refusal(ErrorCode.STALE_HANDLE), machine.callAs(server, SystemCall.INTERRUPT_DONE, interrupt));
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.callAs(supervisor, SystemCall.ISOLATE_REVOKE, self, 0));
        assertEquals(refusal(ErrorCode.WRONG_KIND), machine.callAs(supervisor, SystemCall.ISOLATE_REVOKE, queue, 1));
        assertTrue(machine.grant(client, GrantKind.PORTS, 0x300, 0x18) > 0, "they are free for others");
    }

    @Test
    void aServerWhoseQueueIsTakenStopsWaitingForIt() {
        long served = machine.handleTo(server, HandleKind.SERVED_QUEUE);
        machine.callAs(server, SystemCall.RECEIVE, served, MESSAGE, Machine.FOREVER);
        assertEquals(0, machine.callAs(supervisor, SystemCall.ISOLATE_REVOKE, machine.handleOf(server), served));
        assertEquals(refusal(ErrorCode.OFFLINE), Machine.result(server));
        assertTrue(machine.serve(client, queue) > 0);
    }
}
