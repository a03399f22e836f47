package org.bulkhead.nucleus.kernel;

import static org.bulkhead.nucleus.kernel.Machine.FOREVER;
import static org.bulkhead.nucleus.kernel.Machine.MESSAGE;
import static org.bulkhead.nucleus.kernel.Machine.RECORD;
import static org.bulkhead.nucleus.kernel.Machine.at;
import static org.bulkhead.nucleus.kernel.Machine.content;
import static org.bulkhead.nucleus.kernel.Machine.load;
import static org.bulkhead.nucleus.kernel.Machine.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.IsolateStatus;
import org.bulkhead.nucleus.abi.SystemCall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When an isolate counts as ready, and how long a request may wait for one that is. */
class ReadinessTest {
    private static final int DEATH_BIT = 9;
    private static final int QUEUE_LIMIT = 200;

    private Machine machine;
    private Isolate client;
    private Isolate server;
    private long queue;
    private long connection;

    @BeforeEach
    void boot() {
        machine = new Machine();
        queue = machine.queue(4, 5);
        server = newServer();
        machine.serve(server, queue);
        client = machine.startPlain("client");
        connection = machine.connect(client, queue, 2, 1);
    }

    private Isolate newServer() {
        Machine.Spec spec = new Machine.Spec();
        spec.rank = 5;
        spec.deathBit = DEATH_BIT;
        spec.queueLimit = QUEUE_LIMIT;
        return machine.start(spec);
    }

    private long ready() {
        assertEquals(0, machine.callAs(machine.supervisor(), SystemCall.INSPECT, SystemCall.INSPECT_ISOLATE, server.index, RECORD));
        return load(machine.supervisor(), RECORD + at(IsolateStatus.READY));
    }

    private long poll(long which) {
        return machine.callAs(server, SystemCall.RECEIVE, which, MESSAGE, 0);
    }

    private void call() {
        Machine.compose(client, 7, 7, 0, 0);
        machine.callAs(client, SystemCall.CALL, connection, MESSAGE, 0, FOREVER);
    }

    @Test
    void theFirstReceiveOfMessagesIsTold() {
        assertEquals(refusal(ErrorCode.DEADLINE), poll(SystemCall.NOTIFICATIONS_ONLY));
        assertEquals(0, ready(), "it waits for its device");
        assertEquals(0, machine.supervisor().pendingBits);
        assertEquals(refusal(ErrorCode.DEADLINE), poll(0));
        assertEquals(1, ready());
        assertEquals(1L << DEATH_BIT, machine.supervisor().pendingBits);
        machine.callAs(machine.supervisor(), SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE, FOREVER);
        assertEquals(1L << DEATH_BIT, content(machine.supervisor()));
        poll(0);
        assertEquals(0, machine.supervisor().pendingBits, "once");
    }

    @Test
    void aRefusedReceiveIsNone() {
        assertEquals(refusal(ErrorCode.BAD_HANDLE), poll(60));
        assertEquals(0, ready());
    }

    @Test
    void receivingFromOneQueueIsEnough() {
        poll(machine.handleTo(server, HandleKind.SERVED_QUEUE));
        assertEquals(1, ready());
    }

    @Test
    void aRequestThatWaitsForTooLongEndsTheServer() {
        poll(0);
        call();
        machine.pass(QUEUE_LIMIT - 10);
        assertEquals(Isolate.State.ALIVE, server.state);
        machine.pass(30);
        assertEquals(DeathReason.QUEUE_OVERDUE, machine.lastDeath());
        assertEquals(KernelThread.State.CALLING, client.thread.state, "it waits for the successor");
    }

    @Test
    void timeBeforeTheServerIsReadyDoesNotCount() {
        call();
        machine.pass(3 * QUEUE_LIMIT);
        assertEquals(Isolate.State.ALIVE, server.state);
        machine.callAs(server, SystemCall.RECEIVE, 0, MESSAGE, 0);
        Isolate second = machine.startPlain("second");
        long other = machine.connect(second, queue, 1, 2);
        Machine.compose(second, 8, 8, 0, 0);
        machine.callAs(second, SystemCall.CALL, other, MESSAGE, 0, FOREVER);
        machine.pass(QUEUE_LIMIT - 10);
        assertEquals(Isolate.State.ALIVE, server.state);
        machine.pass(30);
        assertEquals(DeathReason.QUEUE_OVERDUE, machine.lastDeath());
    }

    @Test
    void norDoesTimeBeforeItServes() {
        Isolate standIn = newServer();
        machine.callAs(standIn, SystemCall.RECEIVE, 0, MESSAGE, 0);
        call();
        machine.pass(3 * QUEUE_LIMIT);
        machine.kernel.deaths.end(server, DeathReason.KILLED, 0, 0);
        machine.serve(standIn, queue);
        machine.pass(QUEUE_LIMIT - 10);
        assertEquals(Isolate.State.ALIVE, standIn.state);
        machine.pass(30);
        assertEquals(Isolate.State.FREE, standIn.state);
    }
}
