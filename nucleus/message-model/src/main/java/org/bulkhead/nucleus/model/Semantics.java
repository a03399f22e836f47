package org.bulkhead.nucleus.model;

import java.util.List;
import org.bulkhead.nucleus.abi.ErrorCode;

/**
 * What each operation on a queue means, from a state to the next.
 *
 * <p>A client can act while it runs, a server while it runs; asking for more is a mistake of the one who asks and throws IllegalStateException. Time is left out: that a deadline passes
 * is an operation ({@link #expire}) that may come at any moment. The steps below that are not operations are what all operations are made of.
 */
public class Semantics {
    /** A client sends a message. Refused: OFFLINE; NO_CREDIT. A server that waits gets what is foremost in the queue now. A call waits; of a submitted request the value is its slot. */
    public Step send(State state, int client, Sending sending) {
        Client sender = acting(state, client);
        if (!state.server().isOnline()) return refused(state, ErrorCode.OFFLINE);
        if (!hasCredit(sender)) return refused(state, ErrorCode.NO_CREDIT);
        int place = state.free();
        Repeat repeat = sending.idempotent() ? Repeat.ONCE : Repeat.NEVER;
        Request request = new Request(client, sending.kind(), repeat, sending.lease(), false, Phase.QUEUED, 0, sender.priority(), state.arrivals(), sending.content(), null);
        Client charged = sender.use(1);
        Draft draft = new Draft(state);
        draft.put(place, state.slots().get(place).with(request));
        draft.put(client, sending.kind() == Kind.CALL ? charged.wait(place) : charged);
        draft.arrived();
        offer(draft);
        return draft.step(switch (sending.kind()) {
            case CALL -> Outcome.WAITS;
            case SUBMIT -> new Outcome.Done(place);
            case SEND -> Outcome.OK;
        });
    }

    /** Without a deadline in the future (that is {@code patient}), ends with DEADLINE if nothing is queued; else waits. Messages come by priority, then in order. */
    public Step receive(State state, boolean patient) {
        serving(state);
        Draft draft = new Draft(state);
        if (!state.queue().isEmpty()) {
            deliver(draft);
            return draft.step(Outcome.OK);
        }
        if (!patient) return refused(state, ErrorCode.DEADLINE);
        draft.put(Server.RECEIVES);
        return draft.step(Outcome.WAITS);
    }

    /** The deadline of a server that waits passes. */
    public Step expireReceive(State state) {
        if (state.server() != Server.RECEIVES) {
            throw new IllegalStateException("nobody receives: " + state);
        }
        Draft draft = new Draft(state);
        draft.put(Server.RUNS);
        draft.note(new Effect.ServerWoken(Outcome.failed(ErrorCode.DEADLINE)));
        return draft.step(Outcome.OK);
    }

    /** The server replies; the request is over, its sender gets the content. Refused: TOKEN_VOID, and the reply is dropped. */
    public Step reply(State state, Token token, int content) {
        return answer(state, token, new Outcome.Done(content));
    }

    /** The server refuses a request as malformed; its sender gets REFUSED. Refused: TOKEN_VOID. */
    public Step refuse(State state, Token token) {
        return answer(state, token, Outcome.failed(ErrorCode.REFUSED));
    }

    private Step answer(State state, Token token, Outcome outcome) {
        serving(state);
        if (!names(state, token)) return refused(state, ErrorCode.TOKEN_VOID);
        Draft draft = new Draft(state);
        end(draft, token.slot(), outcome);
        return draft.step(Outcome.OK);
    }

    /** The server copies from or to the memory lent with a request. Refused: TOKEN_VOID; BAD_LEASE: not lent so. */
    public Step copyLent(State state, Token token, Lease access) {
        serving(state);
        if (!names(state, token)) return refused(state, ErrorCode.TOKEN_VOID);
        boolean lent = state.slots().get(token.slot()).request().lease() == access;
        return lent ? new Draft(state).step(Outcome.OK) : refused(state, ErrorCode.BAD_LEASE);
    }

    /** The server maps the memory lent with a request, until the service ends. Refused: TOKEN_VOID; BAD_LEASE: not lent so. */
    public Step mapLent(State state, Token token, Lease access) {
        serving(state);
        if (!names(state, token)) return refused(state, ErrorCode.TOKEN_VOID);
        Slot slot = state.slots().get(token.slot());
        if (slot.request().lease() != access) return refused(state, ErrorCode.BAD_LEASE);
        Draft draft = new Draft(state);
        draft.put(token.slot(), slot.with(slot.request().map()));
        return draft.step(Outcome.OK);
    }

    /** A client takes back what it submitted: 0, the request is forgotten and its server's token void; 1, it had ended before and waits to be collected. Refused: TOKEN_VOID. */
    public Step cancel(State state, int client, Token ticket) {
        acting(state, client);
        if (!isTicket(state, client, ticket)) return refused(state, ErrorCode.TOKEN_VOID);
        if (state.slots().get(ticket.slot()).is(Phase.ENDED)) return new Draft(state).step(new Outcome.Done(1));
        Draft draft = new Draft(state);
        forget(draft, ticket.slot(), Outcome.failed(ErrorCode.CANCELLED));
        return draft.step(Outcome.OK);
    }

    /** A client fetches the result of what it submitted; its slot is free then. Refused: TOKEN_VOID, NOT_ENDED. */
    public Step collect(State state, int client, Token ticket) {
        acting(state, client);
        if (!isTicket(state, client, ticket)) return refused(state, ErrorCode.TOKEN_VOID);
        Slot slot = state.slots().get(ticket.slot());
        if (!slot.is(Phase.ENDED)) return refused(state, ErrorCode.NOT_ENDED);
        Draft draft = new Draft(state);
        free(draft, ticket.slot());
        return draft.step(slot.request().result());
    }

    /** A client asks for a credit: 1, it has one; 0, it is notified when one comes back. Refused: OFFLINE. */
    public Step awaitCredit(State state, int client) {
        Client asking = acting(state, client);
        if (!state.server().isOnline()) return refused(state, ErrorCode.OFFLINE);
        if (asking.used() < asking.credits()) return new Draft(state).step(new Outcome.Done(1));
        Draft draft = new Draft(state);
        draft.put(client, asking.awaitCredit(true));
        return draft.step(Outcome.OK);
    }

    /** The deadline of a call or of a submitted request passes; it ends in whatever phase it is. */
    public Step expire(State state, int place) {
        Draft draft = new Draft(state);
        end(draft, place, Outcome.failed(ErrorCode.DEADLINE));
        return draft.step(Outcome.OK);
    }

    /** A client dies: its calls and submitted requests are cancelled; what it has sent is still delivered. */
    public Step clientDies(State state, int client) {
        Draft draft = new Draft(state);
        draft.put(client, state.clients().get(client).die());
        for (int place = 0; place < state.slots().size(); place++) {
            Request request = state.slots().get(place).request();
            if (request != null && request.sender() == client && request.kind() != Kind.SEND) {
                forget(draft, place, Outcome.failed(ErrorCode.CANCELLED));
            }
        }
        return draft.step(Outcome.OK);
    }

    /** The server dies: what is queued waits for a successor; each request in service has the end, or the second chance, that {@link Repeat} says. */
    public Step serverDies(State state) {
        if (!state.server().isAlive()) {
            throw new IllegalStateException("nobody serves: " + state);
        }
        Draft draft = new Draft(state);
        draft.put(Server.NONE);
        for (int place : state.in(Phase.IN_SERVICE)) {
            Slot slot = state.slots().get(place);
            switch (slot.request().repeat()) {
                case ONCE -> draft.put(place, slot.voidToken().with(queuedAgain(slot.request())));
                case USED_UP -> end(draft, place, Outcome.failed(ErrorCode.POISONED));
                case NEVER -> end(draft, place, Outcome.failed(ErrorCode.PEER_DIED_IN_SERVICE));
            }
        }
        return draft.step(Outcome.OK);
    }

    /** A successor of a dead server comes, or whoever is to serve a queue that was offline. */
    public Step serverStarts(State state) {
        if (state.server() != Server.NONE && state.server() != Server.OFFLINE) {
            throw new IllegalStateException("there is no place for a server: " + state);
        }
        Draft draft = new Draft(state);
        draft.put(Server.RUNS);
        return draft.step(Outcome.OK);
    }

    /** The queue gets a tombstone: every request ends, and its sender learns whether it had been begun. A server that waits learns it too. Nothing is taken until a server starts. */
    public Step takeOffline(State state) {
        return stop(state, Server.OFFLINE);
    }

    /** The service is given up for ever; all else as offline. */
    public Step close(State state) {
        return stop(state, Server.CLOSED);
    }

    private Step stop(State state, Server after) {
        Draft draft = new Draft(state);
        draft.put(after);
        ErrorCode neverBegun = state.server() == Server.NONE ? ErrorCode.PEER_DIED_QUEUED : ErrorCode.OFFLINE;
        for (int place = 0; place < state.slots().size(); place++) {
            Slot slot = state.slots().get(place);
            if (slot.is(Phase.QUEUED) || slot.is(Phase.IN_SERVICE)) {
                end(draft, place, Outcome.failed(slot.request().begun() == 0 ? neverBegun : ErrorCode.PEER_DIED_IN_SERVICE));
            }
        }
        if (state.server() == Server.RECEIVES) {
            draft.note(new Effect.ServerWoken(Outcome.failed(ErrorCode.OFFLINE)));
        }
        return draft.step(Outcome.OK);
    }

    /** A server that waits gets the foremost message. */
    private void offer(Draft draft) {
        if (draft.state().server() == Server.RECEIVES) {
            draft.put(Server.RUNS);
            deliver(draft);
        }
    }

    private void deliver(Draft draft) {
        int place = foremost(draft.state());
        Slot slot = draft.state().slots().get(place);
        Request begun = slot.request().begin();
        draft.put(place, slot.with(begun));
        Token token = begun.kind() == Kind.SEND ? null : new Token(place, slot.service());
        draft.note(new Effect.Delivered(place, begun, token));
        if (begun.kind() == Kind.SEND) {
            forget(draft, place, Outcome.OK);
        }
    }

    /** A request is over: its sender hears of it, unless there is none to hear. */
    private void end(Draft draft, int place, Outcome outcome) {
        Slot slot = draft.state().slots().get(place);
        Request request = slot.request();
        switch (request.kind()) {
            case CALL -> {
                forget(draft, place, outcome);
                draft.put(request.sender(), draft.state().clients().get(request.sender()).wake());
                draft.note(new Effect.Woken(request.sender(), outcome));
            }
            case SUBMIT -> {
                draft.put(place, afterService(slot, outcome).with(request.end(outcome)));
                draft.note(new Effect.Notified(request.sender(), new Token(place, slot.ticket())));
            }
            case SEND -> forget(draft, place, outcome);
        }
    }

    /** A message is over and nobody wants to hear of it. */
    private void forget(Draft draft, int place, Outcome outcome) {
        draft.put(place, afterService(draft.state().slots().get(place), outcome));
        free(draft, place);
    }

    /** A slot goes back, and with it its sender's credit. */
    private void free(Draft draft, int place) {
        Slot slot = draft.state().slots().get(place);
        int sender = slot.request().sender();
        Client client = draft.state().clients().get(sender);
        draft.put(place, slot.free());
        draft.put(sender, credited(client));
        if (client.awaitsCredit()) {
            draft.put(sender, draft.state().clients().get(sender).awaitCredit(false));
            draft.note(new Effect.CreditReturned(sender));
        }
    }

    /** Returns the place of the message that is to be begun next: the highest priority, and of those the first to arrive. */
    protected int foremost(State state) {
        return state.queue().get(0);
    }

    /** Returns an idempotent request as it waits for the successor of the server that died. */
    protected Request queuedAgain(Request request) {
        return request.queueAgain();
    }

    /** Returns the slot of a message whose time with the queue is over, with every token of it void. */
    protected Slot afterService(Slot slot, Outcome outcome) {
        return slot.voidToken();
    }

    /** Returns a client that has its credit back. */
    protected Client credited(Client client) {
        return client.use(-1);
    }

    /** Returns whether a client may put another message into the queue. */
    protected boolean hasCredit(Client client) {
        return client.used() < client.credits();
    }

    /** Returns whether a token names a service that has not ended. */
    protected boolean names(State state, Token token) {
        Slot slot = token.slot() < state.slots().size() ? state.slots().get(token.slot()) : Slot.UNUSED;
        return slot.is(Phase.IN_SERVICE) && slot.service() == token.generation();
    }

    private static boolean isTicket(State state, int client, Token ticket) {
        Slot slot = ticket.slot() < state.slots().size() ? state.slots().get(ticket.slot()) : Slot.UNUSED;
        return !slot.isFree() && slot.ticket() == ticket.generation() && slot.request().kind() == Kind.SUBMIT && slot.request().sender() == client;
    }

    private static Step refused(State state, ErrorCode error) {
        return new Step(state, Outcome.failed(error), List.of());
    }

    private static Client acting(State state, int client) {
        Client acting = state.clients().get(client);
        if (acting.life() != Client.Life.RUNS) {
            throw new IllegalStateException("client " + client + " can't act: " + state);
        }
        return acting;
    }

    private static void serving(State state) {
        if (state.server() == Server.RECEIVES || state.server() == Server.NONE) {
            throw new IllegalStateException("no server can act: " + state);
        }
    }
}
