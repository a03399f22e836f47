package org.bulkhead.nucleus.model;

import java.util.List;
import org.bulkhead.nucleus.abi.ErrorCode;

/** What must hold in every state and of every step. */
final class Invariants {
    /** Something did not hold. */
    static final class Violation extends RuntimeException {
        private static final long serialVersionUID = 1;

        Violation(String text) {
            super(text);
        }
    }

    private final Semantics semantics;

    Invariants(Semantics semantics) {
        this.semantics = semantics;
    }

    private static void require(boolean condition, String what, Object where) {
        if (!condition) {
            throw new Violation(what + ": " + where);
        }
    }

    /** Checks a state on its own, and what an onlooker remembers against it. */
    void check(World world) {
        State state = world.state();
        int[] used = new int[state.clients().size()];
        int promised = 0;
        for (int place = 0; place < state.slots().size(); place++) {
            Slot slot = state.slots().get(place);
            if (!slot.isFree()) {
                checkRequest(world, place, slot.request());
                used[slot.request().sender()]++;
            }
        }
        for (int i = 0; i < used.length; i++) {
            Client client = state.clients().get(i);
            promised += client.credits();
            require(client.used() == used[i], "credits in use are not the slots in use", state);
            require(client.used() <= client.credits(), "more slots are in use than there are credits", state);
            if (client.life() == Client.Life.WAITS) {
                Request request = state.slots().get(client.slot()).request();
                require(request != null && request.sender() == i && request.kind() == Kind.CALL, "a caller waits for nothing", state);
            }
        }
        require(promised <= state.slots().size(), "more credits than slots", state);
        checkTokens(world);
    }

    private static void checkRequest(World world, int place, Request request) {
        State state = world.state();
        Client sender = state.clients().get(request.sender());
        if (request.kind() == Kind.CALL) {
            require(sender.life() == Client.Life.WAITS && sender.slot() == place, "a call has no caller who waits", state);
        }
        if (request.kind() == Kind.SUBMIT) {
            require(sender.life() != Client.Life.DEAD, "a submitted request outlives its sender", state);
        }
        if (request.phase() == Phase.QUEUED) {
            require(state.server().isOnline() && state.server() != Server.RECEIVES, "a message waits for nobody, or for somebody who waits for it", state);
        }
        require(request.phase() != Phase.IN_SERVICE || state.server() == Server.RUNS || state.server() == Server.RECEIVES, "in service with nobody", state);
        require(request.phase() != Phase.ENDED || request.kind() == Kind.SUBMIT && request.result() != null, "a result that nobody collects", state);
        require(!request.mapped() || request.phase() == Phase.IN_SERVICE, "a lease outlives the service", state);
        int limit = request.repeat() == Repeat.NEVER ? 1 : 2;
        require(world.begun().get(place) <= limit, "begun more than " + limit + " times", state);
        require(world.begun().get(place) == request.begun(), "the model has lost count of beginnings", world);
        require(request.phase() == Phase.IN_SERVICE == (world.live().get(place) != null), "in service without a token", world);
    }

    /** A token is honoured exactly while the service goes on for which it was given. */
    private void checkTokens(World world) {
        if (world.state().server() != Server.RUNS) return;
        for (Token token : world.given()) {
            boolean live = token.equals(world.live().get(token.slot()));
            boolean honoured = !semantics.copyLent(world.state(), token, Lease.WRITE).outcome().equals(Outcome.failed(ErrorCode.TOKEN_VOID));
            require(live == honoured, live ? "a live token is refused" : "a void token is honoured", world);
        }
    }

    /** Checks a step from one world to the next. */
    void check(World before, Step step, World after) {
        State from = before.state();
        for (int i = 0; i < from.clients().size(); i++) {
            int client = i;
            boolean waited = from.clients().get(i).life() == Client.Life.WAITS;
            boolean stopped = waited && after.state().clients().get(i).life() == Client.Life.RUNS;
            long wakings = step.effects().stream().filter(effect -> effect instanceof Effect.Woken woken && woken.client() == client).count();
            require(wakings == (stopped ? 1 : 0), "a waiting caller is woken exactly once", step);
        }
        boolean refused = step.outcome() instanceof Outcome.Failed && !isCollected(from, step);
        require(!refused || step.state().equals(from), "a refused operation changed something", step);
        for (int place = 0; place < from.slots().size(); place++) {
            require(after.state().slots().get(place).service() >= from.slots().get(place).service(), "a counter of tokens went back", step);
        }
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Delivered delivered) {
                checkDelivery(before, delivered);
            } else if (effect instanceof Effect.Woken woken) {
                checkEnding(before, from.clients().get(woken.client()).slot(), woken.outcome());
            } else if (effect instanceof Effect.Notified notified) {
                require(from.slots().get(notified.ticket().slot()).request().phase() != Phase.ENDED, "notified twice", step);
                checkEnding(before, notified.ticket().slot(), after.state().slots().get(notified.ticket().slot()).request().result());
            } else if (effect instanceof Effect.CreditReturned returned) {
                require(from.clients().get(returned.client()).awaitsCredit(), "a notice of a credit that nobody awaits", step);
            } else if (effect instanceof Effect.ServerWoken) {
                require(from.server() == Server.RECEIVES, "a server that does not wait is woken", step);
            }
        }
    }

    /** Returns whether the outcome is not of the operation but of a request whose result it fetched. */
    private static boolean isCollected(State from, Step step) {
        return from.in(Phase.ENDED).stream().anyMatch(place -> step.state().slots().get(place).isFree() && step.outcome().equals(from.slots().get(place).request().result()));
    }

    private static void checkDelivery(World before, Effect.Delivered delivered) {
        require(delivered.token() == null || !before.given().contains(delivered.token()), "a token names two services", delivered);
        List<Slot> slots = before.state().slots();
        for (int place = 0; place < slots.size(); place++) {
            if (place == delivered.slot() || !slots.get(place).is(Phase.QUEUED)) continue;
            Request other = slots.get(place).request();
            Request taken = delivered.request();
            boolean isAhead = other.priority() > taken.priority() || other.priority() == taken.priority() && other.order() < taken.order();
            require(!isAhead, "another was to be begun first", delivered);
        }
    }

    /** Nobody is left guessing: each error but those that the sender has brought about itself says whether the request had been begun, and says the truth. */
    private static void checkEnding(World before, int place, Outcome outcome) {
        int begun = before.begun().get(place);
        if (outcome instanceof Outcome.Done) {
            require(begun > 0, "a reply to a request that nobody had", before);
        } else if (outcome instanceof Outcome.Failed failed) {
            boolean truth = switch (failed.error()) {
                case DEADLINE, CANCELLED -> true;
                case REFUSED, PEER_DIED_IN_SERVICE -> begun > 0;
                case POISONED -> begun == 2;
                case PEER_DIED_QUEUED, OFFLINE -> begun == 0;
                default -> false;
            };
            require(truth, failed.error() + " to a request that was begun " + begun + " times", before);
            require(Request.mayEnd(before.state().slots().get(place).request().phase(), begun, failed.error()), "an ending that the rule does not know", failed);
        }
    }
}
