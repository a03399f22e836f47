package org.bulkhead.nucleus.kernel;

import static org.bulkhead.nucleus.kernel.Machine.FOREVER;
import static org.bulkhead.nucleus.kernel.Machine.MESSAGE;
import static org.bulkhead.nucleus.kernel.Machine.content;
import static org.bulkhead.nucleus.kernel.Machine.refusal;
import static org.bulkhead.nucleus.kernel.Machine.result;
import static org.bulkhead.nucleus.kernel.Machine.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.SystemCall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A queue with a tombstone; what becomes of requests then is the model's, see {@link MessageModelTest}. */
class TombstoneTest {
    private static final int DONE_BIT = 20;
    private static final int CREDIT_BIT = 21;

    private Machine machine;
    private Isolate server;
    private Isolate client;
    private long queue;
    private long connection;

    @BeforeEach
    void boot() {
        machine = new Machine();
        queue = machine.queue(4, 5);
        server = newServer();
        client = machine.startPlain("client");
        connection = machine.connect(client, queue, 1, 1);
    }

    private Isolate newServer() {
        Machine.Spec spec = new Machine.Spec();
        spec.rank = 5;
        Isolate isolate = machine.start(spec);
        assertTrue(machine.serve(isolate, queue) > 0);
        return isolate;
    }

    private long bury() {
        return machine.callAs(machine.supervisor(), SystemCall.QUEUE_OFFLINE, queue);
    }

    private long send(int content) {
        Machine.compose(client, content, content, 0, 0);
        return machine.callAs(client, SystemCall.SEND, connection, MESSAGE, 0);
    }

    @Test
    void allIsRefusedUntilSomebodyServes() {
        assertEquals(0, bury());
        long offline = refusal(ErrorCode.OFFLINE);
        assertEquals(offline, send(1));
        assertEquals(offline, machine.callAs(client, SystemCall.CALL, connection, MESSAGE, 0, FOREVER));
        assertEquals(offline, machine.callAs(client, SystemCall.SUBMIT, connection, MESSAGE, 0, FOREVER, DONE_BIT));
        assertEquals(offline, machine.callAs(client, SystemCall.AWAIT_CREDIT, connection, CREDIT_BIT));
        assertEquals(0, bury(), "twice is as good as once");
        Isolate successor = newServer();
        assertEquals(0, send(2));
        assertEquals(0, machine.callAs(successor, SystemCall.RECEIVE, 0, MESSAGE, FOREVER));
        assertEquals(2, content(successor));
    }

    @Test
    void theServerHasNothingToSayAnyMore() {
        Machine.compose(client, 1, 1, 0, 0);
        machine.callAs(client, SystemCall.CALL, connection, MESSAGE, 0, FOREVER);
        machine.callAs(server, SystemCall.RECEIVE, 0, MESSAGE, FOREVER);
        bury();
        assertEquals(refusal(ErrorCode.PEER_DIED_IN_SERVICE), result(client));
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(server, SystemCall.REPLY, token(server), MESSAGE, 0));
        assertEquals(refusal(ErrorCode.NO_RIGHT), machine.callAs(server, SystemCall.RECEIVE, machine.handleTo(server, HandleKind.SERVED_QUEUE), MESSAGE, 0));
        assertEquals(4, machine.kernel.pools.queues[0].capacity, "the slots stay the queue's");
    }

    @Test
    void whoAwaitsACreditHearsOfIt() {
        send(1);
        assertEquals(0, machine.callAs(client, SystemCall.AWAIT_CREDIT, connection, CREDIT_BIT));
        bury();
        assertEquals(1L << CREDIT_BIT, client.pendingBits);
        assertEquals(refusal(ErrorCode.OFFLINE), machine.callAs(client, SystemCall.AWAIT_CREDIT, connection, CREDIT_BIT));
    }

    @Test
    void itIsTheOwnersToDo() {
        assertEquals(refusal(ErrorCode.NO_RIGHT), machine.callAs(client, SystemCall.QUEUE_OFFLINE, connection));
        assertEquals(refusal(ErrorCode.NO_RIGHT), machine.callAs(server, SystemCall.QUEUE_OFFLINE, machine.handleTo(server, HandleKind.SERVED_QUEUE)));
        assertEquals(refusal(ErrorCode.WRONG_KIND), machine.callAs(machine.supervisor(), SystemCall.QUEUE_OFFLINE, machine.handleOf(server)));
        assertEquals(0, send(1));
    }

    @Test
    void aTombstoneOutlivesTheSupervisor() {
        bury();
        machine.become(machine.supervisor());
        machine.call(SystemCall.EXIT, 1);
        assertEquals(refusal(ErrorCode.OFFLINE), send(1));
        newServer();
        assertEquals(0, send(2));
    }

    @Test
    void itsOwnerCanServeTheQueueAgain() {
        machine.kernel.deaths.end(server, DeathReason.KILLED, 0, 0);
        machine.callAs(machine.supervisor(), SystemCall.RECEIVE, SystemCall.NOTIFICATIONS_ONLY, MESSAGE, 0);
        bury();
        assertTrue(machine.callAs(machine.supervisor(), SystemCall.ISOLATE_GRANT, 0, GrantKind.SERVE_QUEUE, queue, 0) > 0);
        assertEquals(0, send(5));
        assertEquals(0, machine.callAs(machine.supervisor(), SystemCall.RECEIVE, 0, MESSAGE, FOREVER), "the supervisor's successor would");
        assertEquals(5, content(machine.supervisor()));
    }
}
