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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessagingTest {
    private static final int BADGE = 77;
    private static final long WAITS = Long.MIN_VALUE;

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
        connection = machine.connect(client, queue, 2, BADGE);
        // The supervisor sleeps from here on.
        machine.callAs(machine.supervisor(), SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE, FOREVER);
    }

    private long receive() {
        return machine.callAs(server, SystemCall.RECEIVE, 0, MESSAGE, FOREVER);
    }

    private long call(int operation, long content, int flags) {
        compose(client, operation, content, 0, flags);
        return machine.callAs(client, SystemCall.CALL, connection, MESSAGE, 0, FOREVER);
    }

    @Test
    void aCallWaitsForItsReply() {
        assertEquals(WAITS, receive());
        assertEquals(WAITS, call(42, 1234, 0));
        assertEquals(KernelThread.State.READY, server.thread.state, "the server has been woken");
        assertEquals(MessageLayout.RECEIVED_MESSAGE, result(server));
        assertEquals(42, operation(server));
        assertEquals(1234, content(server));
        assertEquals(BADGE, (int) Machine.load(server, MESSAGE + MessageLayout.BADGE));
        assertEquals(client.generation, (int) (Machine.load(server, MESSAGE + MessageLayout.BADGE) >>> 32));
        assertEquals(FOREVER, Machine.load(server, MESSAGE + MessageLayout.DEADLINE));

        compose(server, 3, 5678, 0, 0);
        Machine.store(server, MESSAGE + MessageLayout.TOKEN, 0);
        assertEquals(0, machine.callAs(server, SystemCall.REPLY, tokenOfServed(), MESSAGE));
        assertEquals(KernelThread.State.READY, client.thread.state);
        assertEquals(0, result(client));
        assertEquals(3, operation(client));
        assertEquals(5678, content(client));
        assertEquals(0, token(client));
    }

    private long tokenOfServed() {
        return machine.kernel.pools.queues[0].inService.first().token();
    }

    @Test
    void replyAndReceiveTakesTheNextRequest() {
        receive();
        call(1, 1, 0);
        long token = token(server);
        assertEquals(WAITS, machine.callAs(server, SystemCall.REPLY_AND_RECEIVE, token, MESSAGE, 0, FOREVER));
        assertEquals(0, result(client));
        call(2, 2, 0);
        assertEquals(2, operation(server));
        assertNotEquals(token, token(server), "every service has its own token");
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(server, SystemCall.REPLY, token, MESSAGE));
    }

    @Test
    void aSentMessageFreesItsSlotWhenItArrives() {
        compose(client, 9, 0, 0, 0);
        assertEquals(0, machine.callAs(client, SystemCall.SEND, connection, MESSAGE, 0));
        assertEquals(0, machine.callAs(client, SystemCall.SEND, connection, MESSAGE, 0));
        assertEquals(refusal(ErrorCode.NO_CREDIT), machine.callAs(client, SystemCall.SEND, connection, MESSAGE, 0));
        assertEquals(0, receive());
        assertEquals(0, token(server), "nobody waits for a reply");
        assertEquals(0, machine.callAs(client, SystemCall.SEND, connection, MESSAGE, 0));
    }

    @Test
    void refusesWhatMakesNoSense() {
        compose(client, 1, 1, 0, 0);
        long call = SystemCall.CALL;
        assertEquals(refusal(ErrorCode.BAD_HANDLE), machine.callAs(client, (int) call, 17, MESSAGE, 0, FOREVER));
        assertEquals(refusal(ErrorCode.BAD_HANDLE), machine.callAs(client, (int) call, 1L << 40, MESSAGE, 0, FOREVER));
        assertEquals(refusal(ErrorCode.STALE_HANDLE), machine.callAs(client, (int) call, connection | 1 << 8, MESSAGE, 0, FOREVER));
        assertEquals(refusal(ErrorCode.WRONG_KIND), machine.callAs(client, (int) call, 0, MESSAGE, 0, FOREVER));
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(client, (int) call, connection, MESSAGE + 4, 0, FOREVER));
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(client, (int) call, connection, 0x10_0000, 0, FOREVER), "nucleus memory");
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(client, (int) call, connection, AddressSpaceLayout.PHYSICAL_WINDOW, 0, FOREVER));
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(client, (int) call, connection, Machine.CODE, 0, FOREVER), "the reply could not be written there");
        assertEquals(refusal(ErrorCode.DEADLINE), machine.callAs(client, (int) call, connection, MESSAGE, 0, machine.nanoseconds()));
        Machine.store(client, MESSAGE, 97L << 32);
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.callAs(client, (int) call, connection, MESSAGE, 0, FOREVER));
        Machine.store(client, MESSAGE, 8L << 32 | 0x80L << 56);
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.callAs(client, (int) call, connection, MESSAGE, 0, FOREVER), "unknown flag");
        Machine.store(client, MESSAGE, 8L << 32 | 1L << 48);
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.callAs(client, (int) call, connection, MESSAGE, 0, FOREVER), "transfers without a list");
        assertEquals(0, Machine.length(machine.kernel.pools.queues[0].queued));
        assertEquals(refusal(ErrorCode.NO_SUCH_CALL), machine.callAs(client, 31));
        assertEquals(refusal(ErrorCode.NO_RIGHT), machine.callAs(client, SystemCall.ISOLATE_CREATE, Machine.RECORD));
    }

    @Test
    void callsGoDownwardsOnly() {
        Machine.Spec spec = new Machine.Spec();
        spec.rank = 5;
        machine.kernel.deaths.end(client, DeathReason.EXIT, 0, 0);
        wakeSupervisor();
        Isolate equal = machine.start(spec);
        long handle = machine.connect(equal, queue, 1, 0);
        compose(equal, 1, 1, 0, 0);
        assertEquals(refusal(ErrorCode.WRONG_RANK), machine.callAs(equal, SystemCall.CALL, handle, MESSAGE, 0, FOREVER));
        assertEquals(0, machine.callAs(equal, SystemCall.SEND, handle, MESSAGE, 0));
    }

    private void wakeSupervisor() {
        assertEquals(KernelThread.State.READY, machine.supervisor().thread.state, "the death notice woke it");
    }

    @Test
    void anExpiredCallEndsAndItsReplyIsDropped() {
        receive();
        compose(client, 1, 1, 0, 0);
        machine.callAs(client, SystemCall.CALL, connection, MESSAGE, 0, machine.nanoseconds() + 3_000_000);
        long token = token(server);
        machine.pass(5);
        assertEquals(KernelThread.State.READY, client.thread.state);
        assertEquals(refusal(ErrorCode.DEADLINE), result(client));
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(server, SystemCall.REPLY, token, MESSAGE));
        // And one that had not been begun.
        compose(client, 1, 1, 0, 0);
        machine.callAs(client, SystemCall.CALL, connection, MESSAGE, 0, machine.nanoseconds() + 3_000_000);
        machine.pass(5);
        assertEquals(refusal(ErrorCode.DEADLINE), result(client));
        assertEquals(refusal(ErrorCode.DEADLINE), machine.callAs(server, SystemCall.RECEIVE, 0, MESSAGE, 0), "it left the queue");
    }

    @Test
    void refusingIsCountedAgainstTheClient() {
        receive();
        call(1, 1, 0);
        assertEquals(0, machine.callAs(server, SystemCall.REFUSE, token(server), 0));
        assertEquals(refusal(ErrorCode.REFUSED), result(client));
        assertEquals(1, client.refusals);
    }

    @Test
    void onlyTheServerRepliesAndOnlyTheCallerCancels() {
        receive();
        call(1, 1, 0);
        long token = token(server);
        machine.kernel.deaths.end(machine.startPlain("other"), DeathReason.EXIT, 0, 0);
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(server, SystemCall.CANCEL, token));
        assertEquals(KernelThread.State.CALLING, client.thread.state);
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(machine.startPlain("thief"), SystemCall.REPLY, token, MESSAGE));
        assertEquals(KernelThread.State.CALLING, client.thread.state);
    }

    @Test
    void notificationsComeFirstAndCoalesce() {
        machine.kernel.pools.isolates[1].pendingBits = 0;
        compose(client, 1, 1, 0, 0);
        machine.callAs(client, SystemCall.SEND, connection, MESSAGE, 0);
        server.pendingBits = 5;
        assertEquals(MessageLayout.RECEIVED_NOTIFICATION, receive());
        assertEquals(5, content(server));
        assertEquals(MessageLayout.RECEIVED_MESSAGE, receive());
        assertEquals(refusal(ErrorCode.DEADLINE), machine.callAs(server, SystemCall.RECEIVE, 0, MESSAGE, 0));
    }

    @Test
    void aNotificationHandleSetsOnlyItsBits() {
        machine.kernel.deaths.end(machine.startPlain("wake"), DeathReason.EXIT, 0, 0);
        long handle = machine.grant(client, GrantKind.NOTIFY_ISOLATE, machine.handleOf(server), 6);
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.callAs(client, SystemCall.NOTIFY, handle, 1));
        assertEquals(WAITS, receive());
        assertEquals(0, machine.callAs(client, SystemCall.NOTIFY, handle, 2));
        assertEquals(MessageLayout.RECEIVED_NOTIFICATION, result(server));
        assertEquals(2, content(server));
        machine.kernel.deaths.end(server, DeathReason.EXIT, 0, 0);
        assertEquals(refusal(ErrorCode.STALE_HANDLE), machine.callAs(client, SystemCall.NOTIFY, handle, 2));
    }

    @Test
    void aServerThatWaitsForItsDeviceGetsNoMessage() {
        assertEquals(WAITS, machine.callAs(server, SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE, FOREVER));
        call(1, 1, 0);
        assertEquals(KernelThread.State.RECEIVING, server.thread.state);
        server.pendingBits = 0;
        assertEquals(1, Machine.length(machine.kernel.pools.queues[0].queued));
    }

    @Test
    void theServerRunsAtItsCallersPriority() {
        receive();
        // It has heard that the server is ready.
        machine.callAs(machine.supervisor(), SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE, FOREVER);
        assertEquals(2, server.thread.priority);
        call(1, 1, 0);
        assertEquals(4, server.thread.priority);
        assertSame(server.thread, machine.current());
        machine.callAs(server, SystemCall.REPLY, token(server), MESSAGE);
        assertEquals(2, server.thread.priority);
    }

    @Test
    void lentMemoryIsReachableUntilTheReply() {
        long lent = AddressSpaceLayout.HEAP_START + 0x4FF8;
        Machine.store(client, lent, 111);
        Machine.store(client, lent + 8, 222);
        lend(0, MessageLayout.KIND_LEASE_READ, lent, 16);
        lend(1, MessageLayout.KIND_LEASE_WRITE, lent + 16, 8);
        receive();
        compose(client, 1, 0, 2, MessageLayout.FLAG_IDEMPOTENT);
        machine.callAs(client, SystemCall.CALL, connection, MESSAGE, TRANSFERS, FOREVER);
        long token = token(server);
        long own = AddressSpaceLayout.HEAP_START + 0x7000;
        assertEquals(0, machine.callAs(server, SystemCall.LEASE_READ, token, 0, 0, own, 16));
        assertEquals(111, Machine.load(server, own));
        assertEquals(222, Machine.load(server, own + 8));
        Machine.store(server, own, 333);
        assertEquals(0, machine.callAs(server, SystemCall.LEASE_WRITE, token, 1, 0, own, 8));
        assertEquals(333, Machine.load(client, lent + 16));
        assertEquals(refusal(ErrorCode.BAD_LEASE), machine.callAs(server, SystemCall.LEASE_WRITE, token, 0, 0, own, 8), "lent for reading only");
        assertEquals(refusal(ErrorCode.BAD_LEASE), machine.callAs(server, SystemCall.LEASE_READ, token, 0, 9, own, 8), "beyond its end");
        assertEquals(refusal(ErrorCode.BAD_LEASE), machine.callAs(server, SystemCall.LEASE_READ, token, 0, Long.MAX_VALUE, own, 8));
        assertEquals(refusal(ErrorCode.BAD_LEASE), machine.callAs(server, SystemCall.LEASE_READ, token, 2, 0, own, 8));
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(server, SystemCall.LEASE_READ, token, 0, 0, Machine.CODE, 8));
        machine.callAs(server, SystemCall.REPLY, token, MESSAGE);
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(server, SystemCall.LEASE_READ, token, 0, 0, own, 8));
    }

    @Test
    void leasesOfTheLastRequestInTheSlotAreGone() {
        Machine.store(client, TRANSFERS + MessageLayout.TRANSFER_SIZE, 0);
        lend(0, MessageLayout.KIND_LEASE_READ, MESSAGE, 8);
        lend(1, MessageLayout.KIND_LEASE_WRITE, MESSAGE, 8);
        receive();
        compose(client, 1, 0, 2, 0);
        machine.callAs(client, SystemCall.CALL, connection, MESSAGE, TRANSFERS, FOREVER);
        machine.callAs(server, SystemCall.REPLY_AND_RECEIVE, token(server), MESSAGE, 0, FOREVER);
        compose(client, 1, 0, 1, 0);
        machine.callAs(client, SystemCall.CALL, connection, MESSAGE, TRANSFERS, FOREVER);
        long own = AddressSpaceLayout.HEAP_START + 0x7000;
        assertEquals(0, machine.callAs(server, SystemCall.LEASE_READ, token(server), 0, 0, own, 8));
        assertEquals(refusal(ErrorCode.BAD_LEASE), machine.callAs(server, SystemCall.LEASE_WRITE, token(server), 1, 0, own, 8));
        machine.callAs(server, SystemCall.REPLY_AND_RECEIVE, token(server), MESSAGE, 0, FOREVER);
        call(1, 0, 0);
        assertEquals(refusal(ErrorCode.BAD_LEASE), machine.callAs(server, SystemCall.LEASE_READ, token(server), 0, 0, own, 8));
    }

    private void lend(int index, int kind, long address, long length) {
        long entry = TRANSFERS + (long) index * MessageLayout.TRANSFER_SIZE;
        Machine.store(client, entry, kind);
        Machine.store(client, entry + MessageLayout.TRANSFER_ADDRESS, address);
        Machine.store(client, entry + MessageLayout.TRANSFER_LENGTH, length);
    }

    @Test
    void lendingWhatOneDoesNotHaveHurtsNobody() {
        lend(0, MessageLayout.KIND_LEASE_WRITE, Machine.CODE, 8);
        receive();
        compose(client, 1, 0, 1, 0);
        machine.callAs(client, SystemCall.CALL, connection, MESSAGE, TRANSFERS, FOREVER);
        assertEquals(refusal(ErrorCode.BAD_LEASE), machine.callAs(server, SystemCall.LEASE_WRITE, token(server), 0, 0, MESSAGE, 8));
        lend(0, MessageLayout.KIND_LEASE_WRITE, -8, 8);
        machine.callAs(server, SystemCall.REPLY, token(server), MESSAGE);
        compose(client, 1, 0, 1, 0);
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(client, SystemCall.CALL, connection, MESSAGE, TRANSFERS, FOREVER));
    }

    @Test
    void handlesMoveInMessages() {
        long second = machine.callAs(client, SystemCall.COPY, connection, -1);
        assertTrue(second > 0);
        Machine.store(client, TRANSFERS, MessageLayout.KIND_HANDLE | second << 32);
        receive();
        compose(client, 1, 0, 1, 0);
        assertEquals(0, machine.callAs(client, SystemCall.SEND, connection, MESSAGE, TRANSFERS));
        int moved = (int) Machine.load(server, MESSAGE + MessageLayout.PAYLOAD + 80);
        assertEquals(refusal(ErrorCode.STALE_HANDLE), machine.callAs(client, SystemCall.CLOSE, second), "it is the server's now");
        compose(server, 4, 0, 0, 0);
        assertEquals(0, machine.callAs(server, SystemCall.SEND, moved, MESSAGE, 0));
        assertEquals(0, machine.callAs(server, SystemCall.CLOSE, moved));
        assertEquals(0, machine.callAs(client, SystemCall.CLOSE, connection));
        assertEquals(2, machine.kernel.pools.queues[0].reserved, "a message is still queued on it");
        receive();
        assertEquals(0, machine.kernel.pools.queues[0].reserved, "and then the credits are the queue's again");
    }

    @Test
    void aHandleIsNotMovedTwiceNorWithARequestThatMayBeRepeated() {
        Machine.store(client, TRANSFERS, MessageLayout.KIND_HANDLE | connection << 32);
        Machine.store(client, TRANSFERS + MessageLayout.TRANSFER_SIZE, MessageLayout.KIND_HANDLE | connection << 32);
        compose(client, 1, 0, 2, 0);
        assertEquals(refusal(ErrorCode.BAD_HANDLE), machine.callAs(client, SystemCall.SEND, connection, MESSAGE, TRANSFERS));
        compose(client, 1, 0, 1, MessageLayout.FLAG_IDEMPOTENT);
        assertEquals(refusal(ErrorCode.BAD_ARGUMENT), machine.callAs(client, SystemCall.SEND, connection, MESSAGE, TRANSFERS));
        Machine.store(client, TRANSFERS, MessageLayout.KIND_HANDLE);
        compose(client, 1, 0, 1, 0);
        assertEquals(refusal(ErrorCode.WRONG_KIND), machine.callAs(client, SystemCall.SEND, connection, MESSAGE, TRANSFERS), "nobody gives himself away");
        compose(client, 1, 0, 0, 0);
        assertEquals(0, machine.callAs(client, SystemCall.SEND, connection, MESSAGE, 0), "the refused handle stayed");
    }

    @Test
    void closingTheQueueEndsEveryRequest() {
        receive();
        call(1, 1, 0);
        machine.kernel.deaths.end(machine.startPlain("wake"), DeathReason.EXIT, 0, 0);
        assertEquals(0, machine.callAs(machine.supervisor(), SystemCall.CLOSE, queue));
        assertEquals(refusal(ErrorCode.PEER_DIED_IN_SERVICE), result(client), "it had been begun");
        assertEquals(refusal(ErrorCode.OFFLINE), call(1, 1, 0));
        assertTrue(server.served.isEmpty());
    }

    @Test
    void aServerThatWaitsForAQueueIsToldWhenThatIsClosed() {
        long handle = machine.handleTo(server, HandleKind.SERVED_QUEUE);
        assertEquals(WAITS, machine.callAs(server, SystemCall.RECEIVE, handle, MESSAGE, FOREVER));
        machine.kernel.deaths.end(machine.startPlain("wake"), DeathReason.EXIT, 0, 0);
        assertEquals(0, machine.callAs(machine.supervisor(), SystemCall.CLOSE, queue));
        assertEquals(refusal(ErrorCode.OFFLINE), result(server));
        assertEquals(refusal(ErrorCode.STALE_HANDLE), machine.callAs(server, SystemCall.RECEIVE, handle, MESSAGE, FOREVER));
    }
}
