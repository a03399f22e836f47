package org.bulkhead.nucleus.kernel;

import static org.bulkhead.nucleus.kernel.Machine.FOREVER;
import static org.bulkhead.nucleus.kernel.Machine.MESSAGE;
import static org.bulkhead.nucleus.kernel.Machine.TRANSFERS;
import static org.bulkhead.nucleus.kernel.Machine.compose;
import static org.bulkhead.nucleus.kernel.Machine.content;
import static org.bulkhead.nucleus.kernel.Machine.operation;
import static org.bulkhead.nucleus.kernel.Machine.refusal;
import static org.bulkhead.nucleus.kernel.Machine.result;
import static org.bulkhead.nucleus.kernel.Machine.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.abi.TraceEvent;
import org.bulkhead.nucleus.abi.TraceRecord;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that do not wait, notice of credits, handles in replies, and what the trace tells of all that. */
class SubmissionTest {
    private static final long WAITS = Long.MIN_VALUE;
    private static final int BIT = 9;
    private static final int CREDITS = 2;
    private static final long OWN = AddressSpaceLayout.HEAP_START + 0x7000;

    Machine machine;
    private Isolate server;
    private Isolate client;
    private long queue;
    private long connection;

    @BeforeEach
    void boot() {
        machine = new Machine();
        server = machine.start("server", 5, 2);
        client = machine.start("client", 10, 4);
        queue = machine.queue(4, 5);
        machine.serve(server, queue);
        connection = machine.connect(client, queue, CREDITS, 7);
        machine.callAs(machine.supervisor(), SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE, FOREVER);
    }

    private long submit(int operation, int flags, long deadline) {
        compose(client, operation, 100 + operation, 0, flags);
        return machine.callAs(client, SystemCall.SUBMIT, connection, MESSAGE, 0, deadline, BIT);
    }

    private long submit(int operation) {
        return submit(operation, 0, FOREVER);
    }

    private long collect(long token) {
        return machine.callAs(client, SystemCall.COLLECT, token, MESSAGE);
    }

    private long receive() {
        return machine.callAs(server, SystemCall.RECEIVE, 0, MESSAGE, FOREVER);
    }

    private long reply(int operation) {
        long token = token(server);
        compose(server, operation, 200 + operation, 0, 0);
        return machine.callAs(server, SystemCall.REPLY, token, MESSAGE, 0);
    }

    private MessageQueue served() {
        return machine.kernel.pools.queues[0];
    }

    private int used() {
        return machine.kernel.pools.connections[0].used;
    }

    private long free() {
        long count = 0;
        for (MessageSlot slot = served().free; slot != null; slot = slot.next) {
            count++;
        }
        return count;
    }

    @Test
    void theReplyWaitsUntilItIsCollected() {
        long token = submit(1);
        assertTrue(token > 0);
        assertEquals(KernelThread.State.READY, client.thread.state, "nobody waits");
        assertEquals(refusal(ErrorCode.NOT_ENDED), collect(token));
        assertEquals(MessageLayout.RECEIVED_MESSAGE, receive());
        assertEquals(1, operation(server));
        assertNotEquals(token, token(server), "client and server name it differently");
        assertEquals(refusal(ErrorCode.NOT_ENDED), collect(token));
        assertEquals(0, client.pendingBits);
        assertEquals(0, reply(3));
        assertEquals(1L << BIT, client.pendingBits);
        assertEquals(1, used(), "the credit is held until then");
        assertEquals(3, free());
        assertEquals(0, collect(token));
        assertEquals(3, operation(client));
        assertEquals(203, content(client));
        assertEquals(0, token(client));
        assertEquals(0, used());
        assertEquals(4, free());
        assertEquals(refusal(ErrorCode.TOKEN_VOID), collect(token));
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(client, SystemCall.CANCEL, token));
    }

    @Test
    void aWaitingServerGetsItAtOnceAndASleepingClientIsWoken() {
        assertEquals(WAITS, receive());
        long token = submit(4);
        assertEquals(KernelThread.State.READY, server.thread.state);
        assertEquals(WAITS, machine.callAs(client, SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE, FOREVER));
        assertEquals(0, reply(0));
        assertEquals(MessageLayout.RECEIVED_NOTIFICATION, result(client));
        assertEquals(1L << BIT, content(client));
        assertEquals(0, collect(token));
    }

    @Test
    void refusesAsACallDoes() {
        compose(client, 1, 1, 0, 0);
        int call = SystemCall.SUBMIT;
        assertEquals(refusal(ErrorCode.BAD_HANDLE), machine.callAs(client, call, 17, MESSAGE, 0, FOREVER, BIT));
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.callAs(client, call, connection, MESSAGE, 0, FOREVER, 64));
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.callAs(client, call, connection, MESSAGE, 0, FOREVER, -1));
        assertEquals(refusal(ErrorCode.DEADLINE), machine.callAs(client, call, connection, MESSAGE, 0, machine.nanoseconds(), BIT));
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(client, call, connection, 0x10_0000, 0, FOREVER, BIT));
        assertEquals(0, used());
        submit(1);
        submit(2);
        assertEquals(refusal(ErrorCode.NO_CREDIT), submit(3));
        assertEquals(refusal(ErrorCode.TOKEN_VOID), collect(0));
        assertEquals(refusal(ErrorCode.TOKEN_VOID), collect(-1));
        assertEquals(refusal(ErrorCode.TOKEN_VOID), collect(Long.MAX_VALUE));
    }

    @Test
    void callsGoDownwardsOnly() {
        machine.kernel.deaths.end(client, DeathReason.EXIT, 0, 0);
        Isolate equal = machine.start("equal", 5, 3);
        long handle = machine.connect(equal, queue, 1, 0);
        compose(equal, 1, 1, 0, 0);
        assertEquals(refusal(ErrorCode.WRONG_RANK), machine.callAs(equal, SystemCall.SUBMIT, handle, MESSAGE, 0, FOREVER, BIT));
    }

    @Test
    void aTokenIsTheSubmittersAlone() {
        long token = submit(1);
        receive();
        long service = token(server);
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(server, SystemCall.REPLY, token, MESSAGE), "it does not name the service");
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(server, SystemCall.CANCEL, token));
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(server, SystemCall.COLLECT, token, MESSAGE));
        assertEquals(refusal(ErrorCode.TOKEN_VOID), collect(service), "nor the other way round");
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(client, SystemCall.CANCEL, service));
        assertEquals(0, machine.callAs(server, SystemCall.REPLY, service, MESSAGE));
        assertEquals(0, collect(token));
    }

    @Test
    void aDeadlineEndsItWhereverItStands() {
        receive();
        long inService = submit(1, 0, machine.nanoseconds() + 3_000_000);
        long service = token(server);
        long queued = submit(2, 0, machine.nanoseconds() + 3_000_000);
        machine.pass(5);
        assertEquals(1L << BIT, client.pendingBits);
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(server, SystemCall.REPLY, service, MESSAGE));
        assertEquals(refusal(ErrorCode.DEADLINE), collect(inService));
        assertEquals(refusal(ErrorCode.DEADLINE), collect(queued));
        assertEquals(refusal(ErrorCode.TOKEN_VOID), collect(queued));
        assertEquals(4, free());
    }

    @Test
    void cancellingEndsAndForgets() {
        long queued = submit(1);
        assertEquals(0, machine.callAs(client, SystemCall.CANCEL, queued));
        assertEquals(refusal(ErrorCode.TOKEN_VOID), collect(queued));
        assertEquals(refusal(ErrorCode.DEADLINE), machine.callAs(server, SystemCall.RECEIVE, 0, MESSAGE, 0), "it left the queue");
        long begun = submit(2);
        receive();
        assertEquals(0, machine.callAs(client, SystemCall.CANCEL, begun));
        assertEquals(refusal(ErrorCode.TOKEN_VOID), reply(0));
        long ended = submit(3);
        receive();
        reply(7);
        assertEquals(1, machine.callAs(client, SystemCall.CANCEL, ended), "it had ended before");
        assertEquals(0, collect(ended));
        assertEquals(7, operation(client));
        assertEquals(0, used());
        assertEquals(1L << BIT, client.pendingBits, "cancelling tells nobody");
    }

    @Test
    void leasesEndWithTheRequest() {
        Machine.store(client, OWN, 11);
        Machine.store(client, TRANSFERS, MessageLayout.KIND_LEASE_READ);
        Machine.store(client, TRANSFERS + MessageLayout.TRANSFER_ADDRESS, OWN);
        Machine.store(client, TRANSFERS + MessageLayout.TRANSFER_LENGTH, 8);
        compose(client, 1, 0, 1, 0);
        long token = machine.callAs(client, SystemCall.SUBMIT, connection, MESSAGE, TRANSFERS, FOREVER, BIT);
        receive();
        long service = token(server);
        assertEquals(0, machine.callAs(server, SystemCall.LEASE_READ, service, 0, 0, OWN, 8));
        assertEquals(11, Machine.load(server, OWN));
        assertEquals(0, machine.callAs(client, SystemCall.CANCEL, token));
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(server, SystemCall.LEASE_READ, service, 0, 0, OWN, 8));
    }

    @Test
    void refusedMeansRefused() {
        long token = submit(1);
        receive();
        assertEquals(0, machine.callAs(server, SystemCall.REFUSE, token(server), 1));
        assertEquals(1, client.refusals);
        assertEquals(refusal(ErrorCode.REFUSED), collect(token));
    }

    @Test
    void onlyCallersWhoWaitLendTheirPriority() {
        submit(1);
        receive();
        assertEquals(2, server.thread.priority);
        submit(2);
        assertEquals(2, server.thread.priority);
    }

    @Test
    void survivesOneDeathOfItsServerIfItMayBeRepeated() {
        long repeated = submit(1, MessageLayout.FLAG_IDEMPOTENT, FOREVER);
        long once = submit(2);
        receive();
        receive();
        machine.kernel.deaths.end(server, DeathReason.EXIT, 0, 0);
        assertEquals(refusal(ErrorCode.PEER_DIED_IN_SERVICE), collect(once));
        assertEquals(refusal(ErrorCode.NOT_ENDED), collect(repeated));
        server = machine.start("successor", 5, 2);
        machine.serve(server, queue);
        assertEquals(0, receive());
        assertEquals(1, operation(server));
        machine.kernel.deaths.end(server, DeathReason.EXIT, 0, 0);
        assertEquals(refusal(ErrorCode.POISONED), collect(repeated));
        assertEquals(0, used());
    }

    @Test
    void resultsOutliveTheQueue() {
        long replied = submit(1);
        receive();
        reply(6);
        long queued = submit(2);
        int spare = machine.kernel.pools.freeSlotCount;
        machine.kernel.deaths.end(machine.startPlain("wake"), DeathReason.EXIT, 0, 0);
        assertEquals(0, machine.callAs(machine.supervisor(), SystemCall.CLOSE, queue));
        assertEquals(spare + 2, machine.kernel.pools.freeSlotCount, "two hold results");
        assertEquals(0, collect(replied));
        assertEquals(6, operation(client));
        assertEquals(refusal(ErrorCode.OFFLINE), collect(queued));
        assertEquals(spare + 4, machine.kernel.pools.freeSlotCount);
        assertEquals(refusal(ErrorCode.OFFLINE), submit(3));
    }

    @Test
    void aDyingClientsRequestsAreDropped() {
        submit(1);
        receive();
        long service = token(server);
        submit(2);
        machine.kernel.deaths.end(client, DeathReason.EXIT, 0, 0);
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(server, SystemCall.REPLY, service, MESSAGE));
        assertEquals(refusal(ErrorCode.DEADLINE), machine.callAs(server, SystemCall.RECEIVE, 0, MESSAGE, 0));
        assertEquals(4, free());
        assertEquals(0, served().reserved);
    }

    @Test
    void aResultThatNobodyCollectedGoesWithTheClient() {
        submit(1);
        receive();
        reply(0);
        machine.kernel.deaths.end(client, DeathReason.EXIT, 0, 0);
        assertEquals(4, free());
        assertEquals(0, client.submitted);
    }

    @Test
    void aReturningCreditIsAnnouncedOnce() {
        assertEquals(1, machine.callAs(client, SystemCall.AWAIT_CREDIT, connection, 20));
        long first = submit(1);
        long second = submit(2);
        assertEquals(0, machine.callAs(client, SystemCall.AWAIT_CREDIT, connection, 20));
        receive();
        reply(0);
        assertEquals(1L << BIT, client.pendingBits, "the reply has not been collected");
        collect(first);
        assertEquals(1L << BIT | 1L << 20, client.pendingBits);
        client.pendingBits = 0;
        machine.callAs(client, SystemCall.CANCEL, second);
        assertEquals(0, client.pendingBits, "once");
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.callAs(client, SystemCall.AWAIT_CREDIT, connection, 64));
        assertEquals(refusal(ErrorCode.WRONG_KIND), machine.callAs(client, SystemCall.AWAIT_CREDIT, 0, 1));
        assertEquals(refusal(ErrorCode.BAD_HANDLE), machine.callAs(client, SystemCall.AWAIT_CREDIT, 50, 1));
    }

    @Test
    void everyHolderWhoAskedIsToldOfACredit() {
        long copy = machine.callAs(client, SystemCall.COPY, connection, -1);
        submit(1);
        compose(client, 2, 0, 0, 0);
        machine.callAs(client, SystemCall.SEND, connection, MESSAGE, 0);
        machine.callAs(client, SystemCall.AWAIT_CREDIT, connection, 20);
        machine.callAs(client, SystemCall.AWAIT_CREDIT, copy, 21);
        long copyOfCopy = machine.callAs(client, SystemCall.COPY, copy, -1);
        assertTrue(copyOfCopy > 0);
        receive();
        receive();
        assertEquals(3L << 20, client.pendingBits, "the sent message gave its credit back when it arrived");
    }

    private long replyWithHandle(long handle, int operation) {
        long token = token(server);
        Machine.store(server, TRANSFERS, MessageLayout.KIND_HANDLE | handle << 32);
        compose(server, operation, 0, 1, 0);
        return machine.callAs(server, SystemCall.REPLY, token, MESSAGE, TRANSFERS);
    }

    private long serversConnection() {
        machine.kernel.deaths.end(machine.startPlain("wake"), DeathReason.EXIT, 0, 0);
        long handle = machine.connect(server, queue, 1, 55);
        machine.callAs(machine.supervisor(), SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE, FOREVER);
        return handle;
    }

    @Test
    void handlesTravelInReplies() {
        long gift = serversConnection();
        receive();
        compose(client, 1, 1, 0, 0);
        machine.callAs(client, SystemCall.CALL, connection, MESSAGE, 0, FOREVER);
        assertEquals(0, replyWithHandle(gift, 4));
        assertEquals(0, result(client));
        assertEquals(1, Machine.load(client, MESSAGE) >>> 48 & 0xFF, "one transfer");
        assertEquals(1, Machine.load(client, MESSAGE) >>> 56 + MessageLayout.HANDLES_SHIFT, "which is a handle");
        int arrived = (int) Machine.load(client, MESSAGE + MessageLayout.PAYLOAD + 80);
        assertEquals(refusal(ErrorCode.STALE_HANDLE), machine.callAs(server, SystemCall.CLOSE, gift));
        assertEquals(0, machine.callAs(client, SystemCall.CLOSE, arrived));
    }

    @Test
    void aReplyWithoutRoomForItsHandlesIsRefusedAndChangesNothing() {
        long gift = serversConnection();
        receive();
        while (client.handles.hasRoomFor(1)) {
            machine.callAs(client, SystemCall.COPY, connection, -1);
        }
        compose(client, 1, 1, 0, 0);
        machine.callAs(client, SystemCall.CALL, connection, MESSAGE, 0, FOREVER);
        long token = token(server);
        assertEquals(refusal(ErrorCode.NO_RESOURCE), replyWithHandle(gift, 4));
        assertEquals(KernelThread.State.CALLING, client.thread.state);
        compose(server, 5, 0, 0, 0);
        assertEquals(0, machine.callAs(server, SystemCall.REPLY, token, MESSAGE, 0), "it can reply without");
        assertEquals(5, operation(client));
        assertEquals(0, machine.callAs(server, SystemCall.CLOSE, gift), "which it still has");
    }

    @Test
    void aReplysTransfersAreChecked() {
        long gift = serversConnection();
        submit(1);
        receive();
        long token = token(server);
        Machine.store(server, TRANSFERS, MessageLayout.KIND_LEASE_READ);
        compose(server, 1, 0, 1, 0);
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.callAs(server, SystemCall.REPLY, token, MESSAGE, TRANSFERS), "leases do not travel in replies");
        Machine.store(server, TRANSFERS, MessageLayout.KIND_HANDLE);
        assertEquals(refusal(ErrorCode.WRONG_KIND), machine.callAs(server, SystemCall.REPLY, token, MESSAGE, TRANSFERS));
        Machine.store(server, TRANSFERS, MessageLayout.KIND_HANDLE | 60L << 32);
        assertEquals(refusal(ErrorCode.BAD_HANDLE), machine.callAs(server, SystemCall.REPLY, token, MESSAGE, TRANSFERS));
        Machine.store(server, TRANSFERS, MessageLayout.KIND_HANDLE | gift << 32);
        Machine.store(server, MESSAGE, 81L << 32 | 1L << 48);
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.callAs(server, SystemCall.REPLY, token, MESSAGE, TRANSFERS), "handles take the end of the payload");
        Machine.store(server, MESSAGE, 8L << 32 | 5L << 48);
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.callAs(server, SystemCall.REPLY, token, MESSAGE, TRANSFERS));
        compose(server, 1, 0, 1, 0);
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(server, SystemCall.REPLY, token, MESSAGE, 8));
        assertEquals(0, machine.callAs(server, SystemCall.REPLY, token, MESSAGE, TRANSFERS));
    }

    @Test
    void handlesOfAReplyWaitWithIt() {
        long gift = serversConnection();
        long token = submit(1);
        receive();
        List<Long> copies = new ArrayList<>();
        while (client.handles.hasRoomFor(1)) {
            copies.add(machine.callAs(client, SystemCall.COPY, connection, -1));
        }
        assertEquals(0, replyWithHandle(gift, 4));
        assertEquals(refusal(ErrorCode.NO_RESOURCE), collect(token), "and can be collected when there is room");
        machine.callAs(client, SystemCall.CLOSE, copies.get(0));
        assertEquals(0, collect(token));
        int arrived = (int) Machine.load(client, MESSAGE + MessageLayout.PAYLOAD + 80);
        assertEquals(HandleKind.CONNECTION, client.handles.find(arrived).kind);
    }

    @Test
    void handlesThatNobodyCollectsAreClosed() {
        long gift = serversConnection();
        int references = machine.kernel.pools.connections[1].references;
        submit(1);
        receive();
        replyWithHandle(gift, 4);
        machine.kernel.deaths.end(client, DeathReason.EXIT, 0, 0);
        assertEquals(references - 1, machine.kernel.pools.connections[1].references);
    }

    private record Event(TraceEvent event, int isolate, long value) {}

    private List<Event> trace(long from) {
        List<Event> events = new ArrayList<>();
        for (long sequence = from; machine.kernel.deaths.trace().record(sequence) != 0; sequence++) {
            Address record = Address.fromLong(machine.kernel.deaths.trace().record(sequence));
            TraceEvent event = TraceEvent.values()[record.loadChar(TraceRecord.EVENT)];
            boolean message = event != TraceEvent.DIED;
            assertEquals(message ? 0 : 0xFFFF, record.loadChar(TraceRecord.QUEUE));
            assertEquals(message, record.loadChar(TraceRecord.SLOT) < Pools.SLOTS);
            events.add(new Event(event, record.loadChar(TraceRecord.ISOLATE), record.loadLong(TraceRecord.VALUE)));
        }
        return events;
    }

    @Test
    void theTraceTellsTheLifeOfARequest() {
        long start = machine.kernel.deaths.trace().next;
        long token = submit(1, MessageLayout.FLAG_IDEMPOTENT, FOREVER);
        receive();
        machine.kernel.deaths.end(server, DeathReason.EXIT, 0, 0);
        int dead = server.index;
        server = machine.start("successor", 5, 2);
        machine.serve(server, queue);
        receive();
        reply(2);
        collect(token);
        token = submit(3);
        machine.callAs(client, SystemCall.CANCEL, token);
        compose(client, 4, 0, 0, 0);
        machine.callAs(client, SystemCall.SEND, connection, MESSAGE, 0);
        receive();
        assertEquals(List.of(
            new Event(TraceEvent.QUEUED, client.index, 1), new Event(TraceEvent.BEGUN, dead, 1),
            new Event(TraceEvent.DIED, dead, DeathReason.EXIT.ordinal()), new Event(TraceEvent.REQUEUED, dead, 1),
            new Event(TraceEvent.BEGUN, server.index, 1), new Event(TraceEvent.ENDED, client.index, 0),
            new Event(TraceEvent.QUEUED, client.index, 3), new Event(TraceEvent.ENDED, client.index, ErrorCode.CANCELLED.result),
            new Event(TraceEvent.QUEUED, client.index, 4), new Event(TraceEvent.BEGUN, server.index, 4), new Event(TraceEvent.ENDED, client.index, 0)), trace(start));
    }

    @Test
    void theTraceKeepsTheLastEvents() {
        compose(client, 4, 0, 0, 0);
        for (int i = 0; i < Trace.LIMIT; i++) {
            machine.callAs(client, SystemCall.SEND, connection, MESSAGE, 0);
            receive();
        }
        assertEquals(3L * Trace.LIMIT, machine.kernel.deaths.trace().next);
        assertEquals(0, machine.kernel.deaths.trace().record(2L * Trace.LIMIT - 1), "overwritten");
        assertEquals(0, machine.kernel.deaths.trace().record(3L * Trace.LIMIT), "not yet");
        assertEquals(0, machine.kernel.deaths.trace().record(-1));
        assertEquals(Trace.LIMIT, trace(2L * Trace.LIMIT).size());
    }
}
