package org.bulkhead.nucleus.kernel;

import static org.bulkhead.nucleus.kernel.Machine.FOREVER;
import static org.bulkhead.nucleus.kernel.Machine.MESSAGE;
import static org.bulkhead.nucleus.kernel.Machine.content;
import static org.bulkhead.nucleus.kernel.Machine.refusal;
import static org.bulkhead.nucleus.kernel.Machine.result;
import static org.bulkhead.nucleus.kernel.Machine.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.SystemCall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a live update asks of the nucleus: another isolate gets all that an idle one has, and the idle one gets it back. */
class HandoverTest {
    private static final int LINE = 11;
    private static final long PORT = 0x300;
    private static final long CHANNEL = 0xC000;
    private static final long DEVICE = 0xFEB0_0000L;
    private static final int CLIENTS = 3;

    private Machine machine;
    private Isolate old;
    private Isolate other;
    private long queue;
    private final List<Isolate> clients = new ArrayList<>();
    private final List<Long> connections = new ArrayList<>();

    @BeforeEach
    void boot() {
        machine = new Machine();
        queue = machine.queue(4, 5);
        old = newVersion();
        grantAll(old);
        other = newVersion();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(machine.startPlain("client"));
            connections.add(machine.connect(clients.get(i), queue, 1, i));
        }
    }

    private Isolate newVersion() {
        Machine.Spec spec = new Machine.Spec();
        spec.rank = 5;
        return machine.start(spec);
    }

    /** Grants all rights in the same order each time; returns their places in the table. */
    private List<Integer> grantAll(Isolate isolate) {
        List<Integer> places = new ArrayList<>();
        long[] handles = {machine.serve(isolate, queue), machine.grant(isolate, GrantKind.INTERRUPT, LINE, 3), machine.grant(isolate, GrantKind.PORTS, PORT, 8),
            machine.grant(isolate, GrantKind.DEVICE_WINDOW, DEVICE, 0x2000), machine.grant(isolate, GrantKind.DMA, CHANNEL, 0x1000)};
        for (long handle : handles) {
            assertTrue(handle > 0, "refused: " + handle);
            places.add((int) handle & 0xFF);
        }
        return places;
    }

    private void revokeAll(Isolate isolate) {
        for (Handle each : isolate.handles.entries) {
            if (each.index > 0 && each.kind != HandleKind.NONE) {
                assertEquals(0, machine.callAs(machine.supervisor(), SystemCall.ISOLATE_REVOKE, machine.handleOf(isolate), each.number()));
            }
        }
    }

    private void call(int client) {
        Isolate isolate = clients.get(client);
        Machine.compose(isolate, client, 100 + client, 0, 0);
        machine.callAs(isolate, SystemCall.CALL, connections.get(client), MESSAGE, 0, FOREVER);
    }

    private void serve(Isolate server, int client) {
        assertEquals(0, machine.callAs(server, SystemCall.RECEIVE, 0, MESSAGE, FOREVER));
        assertEquals(100 + client, content(server));
        assertEquals(0, machine.callAs(server, SystemCall.REPLY, token(server), MESSAGE, 0));
        assertEquals(0, result(clients.get(client)));
    }

    @Test
    void whatIsQueuedIsServedOnceByWhoeverServesThen() {
        call(0);
        serve(old, 0);
        call(1);
        assertEquals(refusal(ErrorCode.ALREADY_GRANTED), machine.serve(other, queue), "while the old one serves");
        revokeAll(old);
        call(2);
        grantAll(other);
        serve(other, 1);
        call(0);
        machine.kernel.deaths.end(other, DeathReason.KILLED, 0, 0);
        grantAll(old);
        serve(old, 2);
        serve(old, 0);
        assertEquals(refusal(ErrorCode.DEADLINE), machine.callAs(old, SystemCall.RECEIVE, 0, MESSAGE, 0), "nothing is repeated");
    }

    @Test
    void rightsThatComeBackInTheSameOrderComeToTheSamePlaces() {
        Isolate first = newVersion();
        revokeAll(old);
        List<Integer> places = grantAll(first);
        assertEquals(List.of(1, 2, 3, 4, 5), places);
        assertNotEquals(0, Machine.pageEntry(first, Handle.window(4)) & 1);
        revokeAll(first);
        assertEquals(0, Machine.pageEntry(first, Handle.window(4)) & 1);
        grantAll(other);
        machine.kernel.deaths.end(other, DeathReason.KILLED, 0, 0);
        assertEquals(places, grantAll(first), "with other generations, but at the same places");
        assertNotEquals(0, Machine.pageEntry(first, Handle.window(4)) & 1);
    }

    @Test
    void aServerThatWaitsInReceiveGoesOnWaiting() {
        machine.callAs(old, SystemCall.RECEIVE, 0, MESSAGE, FOREVER);
        revokeAll(old);
        assertEquals(KernelThread.State.RECEIVING, old.thread.state);
        machine.serve(other, queue);
        call(1);
        assertEquals(KernelThread.State.RECEIVING, old.thread.state);
        machine.kernel.deaths.end(other, DeathReason.KILLED, 0, 0);
        machine.serve(old, queue);
        assertEquals(KernelThread.State.READY, old.thread.state, "what had waited for a server wakes it");
        assertEquals(0, result(old));
        assertEquals(101, content(old));
    }
}
