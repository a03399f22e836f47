package org.bulkhead.nucleus.kernel;

import static org.bulkhead.nucleus.kernel.Machine.FOREVER;
import static org.bulkhead.nucleus.kernel.Machine.MESSAGE;
import static org.bulkhead.nucleus.kernel.Machine.compose;
import static org.bulkhead.nucleus.kernel.Machine.content;
import static org.bulkhead.nucleus.kernel.Machine.refusal;
import static org.bulkhead.nucleus.kernel.Machine.result;
import static org.bulkhead.nucleus.kernel.Machine.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.DeathRecord;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.abi.TraceEvent;
import org.bulkhead.nucleus.abi.TraceRecord;
import org.bulkhead.nucleus.kernel.hardware.ThreadContext;
import org.bulkhead.nucleus.kernel.memory.AddressSpace;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeathTest {
    private static final int DEATH_BIT = 9;

    Machine machine;
    private Isolate client;
    private Isolate server;
    private long queue;
    private long connection;

    @BeforeEach
    void boot() {
        machine = new Machine();
        Machine.Spec spec = new Machine.Spec();
        spec.name = "client";
        client = machine.start(spec);
        queue = machine.queue(4, 5);
        server = newServer();
        connection = machine.connect(client, queue, 4, 1);
    }

    private Isolate newServer() {
        Machine.Spec spec = new Machine.Spec();
        spec.name = "server";
        spec.rank = 5;
        spec.deathBit = DEATH_BIT;
        Isolate isolate = machine.start(spec);
        assertTrue(machine.serve(isolate, queue) > 0);
        return isolate;
    }

    private void call(int operation, int flags) {
        compose(client, operation, operation, 0, flags);
        machine.callAs(client, SystemCall.CALL, connection, MESSAGE, 0, FOREVER);
    }

    private long receive() {
        return machine.callAs(server, SystemCall.RECEIVE, 0, MESSAGE, FOREVER);
    }

    private void kill(Isolate isolate) {
        assertEquals(0, machine.callAs(machine.supervisor(), SystemCall.ISOLATE_KILL, machine.handleOf(isolate), DeathReason.KILLED.ordinal()));
    }

    @Test
    void queuedRequestsWaitForTheSuccessor() {
        call(7, 0);
        kill(server);
        assertEquals(KernelThread.State.CALLING, client.thread.state);
        server = newServer();
        assertEquals(0, receive());
        assertEquals(7, content(server));
        machine.callAs(server, SystemCall.REPLY, token(server), MESSAGE);
        assertEquals(0, result(client));
    }

    @Test
    void aRequestInServiceThatMayNotBeRepeatedIsReported() {
        call(7, 0);
        receive();
        kill(server);
        assertEquals(refusal(ErrorCode.PEER_DIED_IN_SERVICE), result(client));
    }

    @Test
    void anIdempotentRequestIsRepeatedOnceAndThenPoisoned() {
        call(7, MessageLayout.FLAG_IDEMPOTENT);
        receive();
        long oldToken = token(server);
        kill(server);
        assertEquals(KernelThread.State.CALLING, client.thread.state);
        server = newServer();
        assertEquals(0, receive());
        assertEquals(7, content(server), "the request itself, not the half-made reply");
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(server, SystemCall.REPLY, oldToken, MESSAGE));
        kill(server);
        assertEquals(refusal(ErrorCode.POISONED), result(client));
        assertEquals(7, Address.fromLong(machine.kernel.deaths.ring().record(1)).loadInt(DeathRecord.OPERATION));
    }

    @Test
    void aRepeatedRequestKeepsItsPlace() {
        Isolate other = machine.startPlain("other");
        long second = machine.connect(other, queue, 1, 2) ;
        assertEquals(refusal(ErrorCode.NO_RESOURCE), second, "the credits are promised already");
        machine.callAs(client, SystemCall.CLOSE, connection);
        connection = machine.connect(client, queue, 2, 1);
        second = machine.connect(other, queue, 2, 2);
        call(1, MessageLayout.FLAG_IDEMPOTENT);
        compose(other, 2, 2, 0, 0);
        machine.callAs(other, SystemCall.CALL, second, MESSAGE, 0, FOREVER);
        receive();
        kill(server);
        server = newServer();
        receive();
        assertEquals(1, content(server));
        receive();
        assertEquals(2, content(server));
    }

    @Test
    void theDeadCallersRequestIsCancelled() {
        call(7, 0);
        receive();
        long token = token(server);
        kill(client);
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(server, SystemCall.REPLY, token, MESSAGE));
        assertEquals(0, Machine.length(machine.kernel.pools.queues[0].inService));
        assertEquals(0, machine.kernel.pools.queues[0].reserved);
    }

    @Test
    void whatWasSentIsStillDelivered() {
        compose(client, 7, 70, 0, 0);
        machine.callAs(client, SystemCall.SEND, connection, MESSAGE, 0);
        kill(client);
        assertEquals(0, receive());
        assertEquals(70, content(server));
    }

    @Test
    void whenTheServiceIsGivenUpAfterADeathQueuedCallersAreTold() {
        call(7, 0);
        kill(server);
        assertEquals(0, machine.callAs(machine.supervisor(), SystemCall.CLOSE, queue));
        assertEquals(refusal(ErrorCode.PEER_DIED_QUEUED), result(client));
        call(7, 0);
        assertEquals(refusal(ErrorCode.OFFLINE), result(client));
    }

    @Test
    void allMemoryAndRightsComeBack() {
        long free = machine.kernel.frames.free;
        Isolate driver = machine.startPlain("driver");
        for (int page = 0; page < 10; page++) {
            Machine.store(driver, AddressSpaceLayout.HEAP_START + page * 4096L, page);
        }
        Machine.store(driver, AddressSpaceLayout.STACK_END - 8, 1);
        Machine.store(driver, Machine.DATA, 1);
        assertTrue(machine.grant(driver, GrantKind.PORTS, 0x1F0, 8) > 0);
        assertTrue(machine.grant(driver, GrantKind.INTERRUPT, 14, 3) > 0);
        machine.callAs(driver, SystemCall.TIMER, 1, machine.nanoseconds() + 1000, 0);
        machine.callAs(driver, SystemCall.QUEUE_CREATE, 4, 3);
        machine.become(driver);
        assertTrue(machine.allows(0x1F0));
        assertFalse(machine.isMasked(14));
        int slots = machine.kernel.pools.freeSlotCount;
        kill(driver);
        assertEquals(free, machine.kernel.frames.free);
        assertEquals(slots + 4, machine.kernel.pools.freeSlotCount);
        assertFalse(machine.allows(0x1F0));
        assertTrue(machine.isMasked(14));
        Isolate successor = machine.startPlain("driver");
        assertEquals(1, machine.grant(successor, GrantKind.PORTS, 0x1F0, 8), "the first handle of a new isolate is 1");
        assertEquals(2, machine.grant(successor, GrantKind.INTERRUPT, 14, 3));
    }

    @Test
    void theParentIsToldAndTheHandleIsStale() {
        long handle = machine.handleOf(server);
        machine.callAs(machine.supervisor(), SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE, FOREVER);
        machine.become(server);
        assertEquals(Long.MIN_VALUE, machine.call(SystemCall.EXIT, 33));
        assertEquals(1, result(machine.supervisor()));
        assertEquals(1L << DEATH_BIT, content(machine.supervisor()));
        assertEquals(refusal(ErrorCode.STALE_HANDLE), machine.callAs(machine.supervisor(), SystemCall.ISOLATE_KILL, handle, 0));
        assertEquals(DeathReason.EXIT, machine.lastDeath());
    }

    @Test
    void theRecordTellsWhereAndWhy() {
        machine.become(server);
        long frame = AddressSpaceLayout.STACK_END - 64;
        Machine.store(server, frame, frame + 32);
        Machine.store(server, frame + 8, Machine.CODE + 0x111);
        Machine.store(server, frame + 32, 0);
        Machine.store(server, frame + 40, 0);
        server.thread.setRegister(ThreadContext.RBP, frame);
        server.thread.setRegister(ThreadContext.RIP, Machine.CODE + 0x333);
        byte[] text = "java.lang.IllegalStateException: so".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
            Address.fromLong(server.space.resolve(MESSAGE + i, AddressSpace.Access.WRITE)).storeByte(text[i]);
        }
        machine.call(SystemCall.ABORT, DeathReason.UNCAUGHT_EXCEPTION.ordinal(), MESSAGE, text.length);

        assertEquals(0, machine.callAs(machine.supervisor(), SystemCall.INSPECT, SystemCall.INSPECT_DEATH, 0, Machine.RECORD));
        assertEquals(refusal(ErrorCode.NO_SUCH_OBJECT), machine.callAs(machine.supervisor(), SystemCall.INSPECT, SystemCall.INSPECT_DEATH, 1, Machine.RECORD));
        Address record = Address.fromLong(machine.supervisor().space.peek(Machine.RECORD));
        assertEquals(DeathReason.UNCAUGHT_EXCEPTION.ordinal(), record.loadInt(DeathRecord.REASON));
        assertEquals('s', record.loadByte(DeathRecord.RECORD + IsolateRecord.NAME));
        assertEquals(1, record.loadInt(DeathRecord.RECORD + IsolateRecord.INCARNATION));
        assertEquals(1, record.loadInt(DeathRecord.STACK_COUNT));
        assertEquals((int) Machine.CODE + 0x111, record.loadInt(DeathRecord.STACK));
        assertEquals(Machine.CODE + 0x333, record.loadLong(DeathRecord.REGISTERS + ThreadContext.RIP));
        assertEquals(text.length, record.loadInt(DeathRecord.TEXT_LENGTH));
        assertEquals('j', record.loadByte(DeathRecord.TEXT));
        assertEquals(-1, record.loadInt(DeathRecord.OPERATION));
        assertTrue(machine.hardware.console.toString().contains("server incarnation 1 died: UNCAUGHT_EXCEPTION"));
    }

    @Test
    void theRecordTellsOfWorkMemoryAndWhatHappenedLast() {
        compose(client, 7, 70, 0, 0);
        machine.callAs(client, SystemCall.CALL, connection, MESSAGE, 0, FOREVER);
        receive();
        machine.become(server);
        machine.pass(4);
        int pages = server.space.pages;
        int quota = server.space.quota;
        long ticks = server.usedInAll;
        assertTrue(ticks > 0);
        kill(server);
        Address record = Address.fromLong(machine.kernel.deaths.ring().record(0));
        assertEquals(7, record.loadInt(DeathRecord.MESSAGE + MessageLayout.OPERATION));
        assertEquals(70, record.loadLong(DeathRecord.MESSAGE + MessageLayout.PAYLOAD));
        assertEquals(1, record.loadInt(DeathRecord.MESSAGE + MessageLayout.BADGE));
        assertEquals(pages, record.loadInt(DeathRecord.PAGES));
        assertEquals(quota, record.loadInt(DeathRecord.RECORD + IsolateRecord.PAGE_QUOTA));
        assertEquals(16, record.loadInt(DeathRecord.RECORD + IsolateRecord.HEAP_PAGES));
        assertEquals(0, record.loadInt(DeathRecord.OVERRUNS));
        assertEquals(ticks, record.loadLong(DeathRecord.TICKS));
        assertEquals(1, record.loadInt(DeathRecord.READY));
        assertEquals(1, record.loadInt(DeathRecord.TRACE_COUNT));
        assertEquals(TraceEvent.BEGUN.ordinal(), record.loadChar(DeathRecord.TRACE + TraceRecord.EVENT));
        assertEquals(7, record.loadLong(DeathRecord.TRACE + TraceRecord.VALUE));
    }

    @Test
    void theRecordHasTheLastEventsOfTheIsolateAlone() {
        for (int i = 0; i < 12; i++) {
            compose(client, i, i, 0, 0);
            machine.callAs(client, SystemCall.SEND, connection, MESSAGE, 0);
            receive();
        }
        kill(server);
        Address record = Address.fromLong(machine.kernel.deaths.ring().record(0));
        assertEquals(DeathRecord.TRACE_LIMIT, record.loadInt(DeathRecord.TRACE_COUNT));
        for (int i = 0; i < DeathRecord.TRACE_LIMIT; i++) {
            int at = DeathRecord.TRACE + i * TraceRecord.SIZE;
            assertEquals(server.index, record.loadChar(at + TraceRecord.ISOLATE));
            assertEquals(TraceEvent.BEGUN.ordinal(), record.loadChar(at + TraceRecord.EVENT));
            assertEquals(4 + i, record.loadLong(at + TraceRecord.VALUE), "oldest first");
        }
        Isolate idle = newServer();
        assertEquals(server.index, idle.index, "in the same place of the pool");
        kill(idle);
        record = Address.fromLong(machine.kernel.deaths.ring().record(1));
        assertEquals(0, record.loadInt(DeathRecord.TRACE_COUNT), "what the last one did is not its doing");
        assertEquals(0, record.loadInt(DeathRecord.READY));
        assertEquals(0, record.loadLong(DeathRecord.MESSAGE), "it served nothing");
        assertEquals(-1, record.loadInt(DeathRecord.OPERATION));
    }

    @Test
    void theRecordIsCompletedWhenTheServiceIsBack() {
        call(7, MessageLayout.FLAG_IDEMPOTENT);
        receive();
        kill(server);
        server = newServer();
        receive();
        machine.pass(3);
        Address record = Address.fromLong(machine.kernel.deaths.ring().record(0));
        assertEquals(0, record.loadLong(DeathRecord.SERVICE_TICKS));
        machine.callAs(server, SystemCall.REPLY, token(server), MESSAGE);
        long ticks = record.loadLong(DeathRecord.SERVICE_TICKS) - record.loadLong(DeathRecord.FAULT_TICKS);
        assertEquals(3 * SimulatedHardware.FREQUENCY / 1000, ticks);
    }

    @Test
    void theRingOverwritesTheOldest() {
        for (int i = 0; i < 40; i++) {
            kill(machine.startPlain("short"));
            machine.callAs(machine.supervisor(), SystemCall.CLOSE, newestHandle());
        }
        assertEquals(0, machine.kernel.deaths.ring().record(7));
        assertTrue(machine.kernel.deaths.ring().record(8) != 0);
    }

    private long newestHandle() {
        Handle last = null;
        for (Handle handle : machine.supervisor().handles.entries) {
            if (handle.kind == HandleKind.ISOLATE) {
                last = handle;
            }
        }
        return last.number();
    }
}
