package org.bulkhead.nucleus.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.model.Client;
import org.bulkhead.nucleus.model.Effect;
import org.bulkhead.nucleus.model.Kind;
import org.bulkhead.nucleus.model.Lease;
import org.bulkhead.nucleus.model.Outcome;
import org.bulkhead.nucleus.model.Phase;
import org.bulkhead.nucleus.model.Request;
import org.bulkhead.nucleus.model.Semantics;
import org.bulkhead.nucleus.model.Sending;
import org.bulkhead.nucleus.model.Server;
import org.bulkhead.nucleus.model.State;
import org.bulkhead.nucleus.model.Step;
import org.bulkhead.nucleus.model.Token;
import org.bulkhead.vm.magic.Address;

/** A nucleus with three clients and a queue, and beside it the model: whatever is done is done to both, and all that can be seen must be the same. */
final class ModelledMachine {
    private static final int CAPACITY = 4;
    private static final int RANK = 5;
    private static final int[] PRIORITIES = {3, 3, 5};
    private static final int[] CREDITS = {2, 1, 1};
    private static final int DONE_BIT = 20;
    private static final int CREDIT_BIT = 21;
    private static final int SHORT_MILLIS = 3;
    private static final long LENT = AddressSpaceLayout.HEAP_START + 0x4000;
    private static final long OWN = AddressSpaceLayout.HEAP_START + 0x8000;
    private static final int LENGTH = 4096;

    private final Machine machine = new Machine();
    private final Semantics semantics = new Semantics();
    private final Isolate[] clients = new Isolate[PRIORITIES.length];
    private final long[] connections = new long[PRIORITIES.length];
    private final long supervisorsQueue;
    private final MessageQueue queue;
    /** The nucleus's number for each server's token, also for those that are void, in the order of giving. */
    private final List<Token> tokens = new ArrayList<>();
    private final Map<Token, Long> tokenNumbers = new HashMap<>();
    private final List<Token> tickets = new ArrayList<>();
    private final Map<Token, Long> ticketNumbers = new HashMap<>();
    /** Contents of requests that have a deadline. */
    private final Set<Integer> mortal = new HashSet<>();
    /** Per content of a request: the page that it lends, so many pages from {@link #LENT} on. */
    private final Map<Integer, Integer> pages = new HashMap<>();
    private Isolate server;
    private long servedHandle;
    private State state = State.start(CAPACITY, PRIORITIES, CREDITS);
    private int contents;

    ModelledMachine() {
        supervisorsQueue = machine.queue(CAPACITY, RANK);
        startServer();
        queue = server.served.first();
        for (int i = 0; i < clients.length; i++) {
            clients[i] = machine.start("client" + i, RANK + 1, PRIORITIES[i]);
            connections[i] = machine.connect(clients[i], supervisorsQueue, CREDITS[i], i);
        }
    }

    private void startServer() {
        server = machine.start("server", RANK, 2);
        machine.serve(server, supervisorsQueue);
        servedHandle = machine.handleTo(server, HandleKind.SERVED_QUEUE);
    }

    State state() {
        return state;
    }

    // What can be done; each chooses among what is there.

    boolean canSend(int client) {
        return state.clients().get(client).life() == Client.Life.RUNS;
    }

    void send(int client, Kind kind, boolean idempotent, Lease lease, boolean shortLived) {
        int content = ++contents;
        Isolate isolate = clients[client];
        Machine.compose(isolate, content, content, lease == Lease.NONE ? 0 : 1, idempotent ? MessageLayout.FLAG_IDEMPOTENT : 0);
        Machine.store(isolate, Machine.TRANSFERS, lease == Lease.READ ? MessageLayout.KIND_LEASE_READ : MessageLayout.KIND_LEASE_WRITE);
        pages.put(content, freePage(client));
        Machine.store(isolate, Machine.TRANSFERS + MessageLayout.TRANSFER_ADDRESS, LENT + pages.get(content) * (long) LENGTH);
        Machine.store(isolate, Machine.TRANSFERS + MessageLayout.TRANSFER_LENGTH, LENGTH);
        long list = lease == Lease.NONE ? 0 : Machine.TRANSFERS;
        long deadline = shortLived ? machine.nanoseconds() + SHORT_MILLIS * 1_000_000L : Machine.FOREVER;
        Step step = semantics.send(state, client, new Sending(kind, idempotent, lease, content));
        long result = switch (kind) {
            case CALL -> machine.callAs(isolate, SystemCall.CALL, connections[client], Machine.MESSAGE, list, deadline);
            case SUBMIT -> machine.callAs(isolate, SystemCall.SUBMIT, connections[client], Machine.MESSAGE, list, deadline, DONE_BIT);
            case SEND -> machine.callAs(isolate, SystemCall.SEND, connections[client], Machine.MESSAGE, list);
        };
        if (shortLived && kind != Kind.SEND && !(step.outcome() instanceof Outcome.Failed)) {
            mortal.add(content);
        }
        if (kind == Kind.SUBMIT && step.outcome() instanceof Outcome.Done done) {
            Token ticket = new Token(done.value(), step.state().slots().get(done.value()).ticket());
            tickets.add(ticket);
            ticketNumbers.put(ticket, result);
            take(new Step(step.state(), Outcome.OK, step.effects()), result > 0 ? 0 : result);
        } else {
            take(step, result);
        }
    }

    /** Returns a page that no request of the client lends: a page is mapped by one server at a time. */
    private int freePage(int client) {
        Set<Integer> used = new HashSet<>();
        state.slots().stream().filter(slot -> !slot.isFree() && slot.request().sender() == client).forEach(slot -> used.add(pages.get(slot.request().content())));
        int page = 0;
        while (used.contains(page)) {
            page++;
        }
        return page;
    }

    void awaitCredit(int client) {
        take(semantics.awaitCredit(state, client), machine.callAs(clients[client], SystemCall.AWAIT_CREDIT, connections[client], CREDIT_BIT));
    }

    boolean hasTickets() {
        return !tickets.isEmpty();
    }

    private Token ticket(int choice) {
        return tickets.get(Math.max(0, tickets.size() - 1 - choice % tickets.size()));
    }

    void cancel(int client, int choice) {
        Token ticket = ticket(choice);
        take(semantics.cancel(state, client, ticket), machine.callAs(clients[client], SystemCall.CANCEL, ticketNumbers.get(ticket)));
    }

    void collect(int client, int choice) {
        Token ticket = ticket(choice);
        Step step = semantics.collect(state, client, ticket);
        long result = machine.callAs(clients[client], SystemCall.COLLECT, ticketNumbers.get(ticket), Machine.MESSAGE);
        if (step.outcome() instanceof Outcome.Done done) {
            assertEquals(done.value(), Machine.content(clients[client]), "content collected");
            step = new Step(step.state(), Outcome.OK, step.effects());
        }
        take(step, result);
    }

    boolean canReceive() {
        return state.server() == Server.RUNS;
    }

    void receive(boolean patient) {
        take(semantics.receive(state, patient), machine.callAs(server, SystemCall.RECEIVE, servedHandle, Machine.MESSAGE, patient ? Machine.FOREVER : 0));
    }

    boolean hasTokens() {
        return canReceive() && !tokens.isEmpty();
    }

    /** Mostly the newest. */
    private Token token(int choice) {
        return tokens.get(Math.max(0, tokens.size() - 1 - choice % 6));
    }

    void reply(int choice) {
        Token token = token(choice);
        int content = ++contents;
        Machine.compose(server, 0, content, 0, 0);
        take(semantics.reply(state, token, content), machine.callAs(server, SystemCall.REPLY, tokenNumbers.get(token), Machine.MESSAGE, 0));
    }

    void refuse(int choice) {
        Token token = token(choice);
        take(semantics.refuse(state, token), machine.callAs(server, SystemCall.REFUSE, tokenNumbers.get(token), 0));
    }

    void copyLent(int choice, Lease access) {
        Token token = token(choice);
        int number = access == Lease.READ ? SystemCall.LEASE_READ : SystemCall.LEASE_WRITE;
        take(semantics.copyLent(state, token, access), machine.callAs(server, number, tokenNumbers.get(token), 0, 0, OWN, LENGTH));
    }

    void mapLent(int choice, Lease access) {
        Token token = token(choice);
        int kind = access == Lease.READ ? MessageLayout.KIND_LEASE_READ : MessageLayout.KIND_LEASE_WRITE;
        long result = machine.callAs(server, SystemCall.LEASE_MAP, tokenNumbers.get(token), 0, kind, LENGTH);
        take(semantics.mapLent(state, token, access), Math.min(result, 0));
    }

    /** Messages mean the same either way. */
    void fastPath(boolean on) {
        machine.callAs(machine.supervisor(), SystemCall.FAST_PATH, on ? 1 : 0);
    }

    /** Lets so much time pass that all short deadlines have come. */
    void pass() {
        List<Effect> effects = new ArrayList<>();
        State now = state;
        for (int place = 0; place < CAPACITY; place++) {
            Request request = now.slots().get(place).request();
            if (request != null && request.phase() != Phase.ENDED && mortal.contains(request.content())) {
                Step step = semantics.expire(now, place);
                now = step.state();
                effects.addAll(step.effects());
            }
        }
        machine.pass(2 * SHORT_MILLIS);
        take(new Step(now, Outcome.OK, effects), 0);
    }

    void clientDies(int client) {
        machine.kernel.deaths.end(clients[client], DeathReason.KILLED, 0, 0);
        take(semantics.clientDies(state, client), 0);
    }

    boolean isAlive(int client) {
        return state.clients().get(client).life() != Client.Life.DEAD;
    }

    void serverDies() {
        machine.kernel.deaths.end(server, DeathReason.KILLED, 0, 0);
        take(semantics.serverDies(state), 0);
    }

    void serverStarts() {
        if (server.state == Isolate.State.ALIVE) {
            // Whoever served before the tombstone may live on; the model knows nothing of it.
            machine.kernel.deaths.end(server, DeathReason.KILLED, 0, 0);
        }
        startServer();
        take(semantics.serverStarts(state), 0);
    }

    void takeOffline() {
        take(semantics.takeOffline(state), machine.callAs(machine.supervisor(), SystemCall.QUEUE_OFFLINE, supervisorsQueue));
    }

    void close() {
        take(semantics.close(state), machine.callAs(machine.supervisor(), SystemCall.CLOSE, supervisorsQueue));
    }

    // What must be the same.

    private static long number(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) return done.value();
        if (outcome instanceof Outcome.Failed failed) return failed.error().result;
        return Long.MIN_VALUE;
    }

    /** Makes the model's step, and compares. */
    private void take(Step step, long result) {
        assertEquals(number(step.outcome()), result, "result");
        state = step.state();
        long[] told = new long[clients.length];
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Woken woken) {
                boolean replied = woken.outcome() instanceof Outcome.Done;
                assertEquals(replied ? 0 : number(woken.outcome()), Machine.result(clients[woken.client()]), "how the call of client " + woken.client() + " ended");
                if (replied) {
                    assertEquals(number(woken.outcome()), Machine.content(clients[woken.client()]), "reply to client " + woken.client());
                }
            } else if (effect instanceof Effect.Notified notified) {
                told[notified.client()] |= 1L << DONE_BIT;
            } else if (effect instanceof Effect.CreditReturned returned) {
                told[returned.client()] |= 1L << CREDIT_BIT;
            } else if (effect instanceof Effect.Delivered delivered) {
                compareDelivery(delivered);
            } else if (effect instanceof Effect.ServerWoken woken) {
                assertEquals(number(woken.outcome()), Machine.result(server), "how the receive ended");
            }
        }
        for (int i = 0; i < clients.length; i++) {
            compareClient(i, told[i]);
        }
        compareServer();
        compareQueue();
    }

    private void compareDelivery(Effect.Delivered delivered) {
        assertEquals(MessageLayout.RECEIVED_MESSAGE, Machine.result(server), "result of the receive");
        assertEquals(delivered.request().content(), Machine.content(server), "what was delivered");
        assertEquals(delivered.request().sender(), (int) Machine.load(server, Machine.MESSAGE + MessageLayout.BADGE), "badge");
        long number = Machine.token(server);
        assertEquals(delivered.token() == null, number == 0, "token");
        if (delivered.token() != null) {
            assertEquals(false, tokenNumbers.containsValue(number), "a token came twice");
            tokens.add(delivered.token());
            tokenNumbers.put(delivered.token(), number);
        }
    }

    private void compareClient(int number, long told) {
        Client client = state.clients().get(number);
        Isolate isolate = clients[number];
        switch (client.life()) {
            case DEAD -> assertEquals(Isolate.State.FREE, isolate.state, "client " + number);
            case WAITS -> assertEquals(KernelThread.State.CALLING, isolate.thread.state, "client " + number);
            case RUNS -> assertEquals(KernelThread.State.READY, isolate.thread.state, "client " + number);
        }
        if (client.life() != Client.Life.DEAD) {
            assertEquals(told, isolate.pendingBits, "what client " + number + " is told");
            isolate.pendingBits = 0;
            Connection connection = (Connection) isolate.handles.find(connections[number]).object;
            assertEquals(client.used(), connection.used, "credits that client " + number + " uses");
        }
    }

    private void compareServer() {
        switch (state.server()) {
            case RUNS -> assertEquals(KernelThread.State.READY, server.thread.state, "server");
            case RECEIVES -> assertEquals(KernelThread.State.RECEIVING, server.thread.state, "server");
            case NONE -> assertEquals(Isolate.State.FREE, server.state, "server");
            case OFFLINE -> assertEquals(null, queue.server, "server");
            case CLOSED -> assertEquals(0, queue.capacity, "capacity");
        }
    }

    private void compareQueue() {
        if (state.server() == Server.CLOSED) return;
        List<Long> expected = new ArrayList<>();
        for (int place : state.queue()) {
            expected.add((long) state.slots().get(place).request().content());
        }
        assertEquals(expected, contents(queue.queued), "what is queued, in its order");
        Set<Long> served = new HashSet<>();
        for (int place : state.in(Phase.IN_SERVICE)) {
            served.add((long) state.slots().get(place).request().content());
        }
        assertEquals(served, new HashSet<>(contents(queue.inService)), "what is in service");
        Set<Long> mapped = new HashSet<>();
        state.slots().stream().filter(slot -> !slot.isFree() && slot.request().mapped()).forEach(slot -> mapped.add((long) slot.request().content()));
        assertEquals(mapped, mapped(), "requests whose lease is mapped");
        int free = 0;
        for (MessageSlot slot = queue.free; slot != null; slot = slot.next) {
            free++;
        }
        assertEquals(state.slots().stream().filter(slot -> slot.isFree()).count(), free, "free slots");
    }

    private Set<Long> mapped() {
        Set<Long> mapped = new HashSet<>();
        for (MessageSlot slot : machine.kernel.pools.slots) {
            if (slot.mapped[0] != 0) {
                mapped.add(Address.fromLong(slot.memory).loadLong(MessageLayout.PAYLOAD));
            }
        }
        return mapped;
    }

    private static List<Long> contents(OrderedList<MessageSlot> list) {
        List<Long> contents = new ArrayList<>();
        for (MessageSlot slot = list.first(); slot != null; slot = list.after(slot)) {
            contents.add(Address.fromLong(slot.memory).loadLong(MessageLayout.PAYLOAD));
        }
        return contents;
    }
}
