package org.bulkhead.nucleus.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A state together with what an onlooker remembers of how it came about, so that a promise can be told from its being kept. Worlds that differ only in names (numbers of tokens, of arrivals) are equal.
 *
 * @param given server's tokens that were given out
 * @param live per slot: the token of the service that goes on there, or null
 * @param begun per slot: how often its message was delivered
 */
record World(State state, Set<Token> given, List<Token> live, List<Integer> begun) {
    static World start(State state) {
        int capacity = state.slots().size();
        return new World(state, Set.of(), Collections.nCopies(capacity, null), Collections.nCopies(capacity, 0));
    }

    /** Returns the world after a step; the memory follows from the effects and from what has left its slot, not from what the model says of itself. */
    World after(Step step) {
        Set<Token> tokens = new HashSet<>(given);
        List<Token> serving = new ArrayList<>(live);
        List<Integer> counts = new ArrayList<>(begun);
        List<Slot> now = step.state().slots();
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).is(Phase.IN_SERVICE)) {
                serving.set(i, null);
            }
            boolean isNew = state.slots().get(i).isFree() || now.get(i).ticket() != state.slots().get(i).ticket();
            if (isNew) {
                counts.set(i, 0);
            }
        }
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Delivered delivered && delivered.token() != null) {
                tokens.add(delivered.token());
                serving.set(delivered.slot(), delivered.token());
                counts.set(delivered.slot(), counts.get(delivered.slot()) + 1);
            }
        }
        return new World(step.state(), tokens, serving, counts);
    }

    /** Returns the world with all names as small as they can be. */
    World canonical() {
        List<Long> orders = state.slots().stream().filter(slot -> !slot.isFree()).map(slot -> slot.request().order()).sorted().toList();
        List<Slot> slots = new ArrayList<>();
        List<Token> serving = new ArrayList<>();
        Set<Token> tokens = new HashSet<>();
        for (int i = 0; i < state.slots().size(); i++) {
            Slot slot = state.slots().get(i);
            slots.add(new Slot(0, 0, slot.isFree() ? null : renumbered(slot.request(), orders)));
            serving.add(live.get(i) == null ? null : new Token(i, live.get(i).generation() - slot.service()));
            for (Token token : given) {
                if (token.slot() == i) {
                    // All tokens of earlier services are as void as the last.
                    tokens.add(new Token(i, Math.max(token.generation() - slot.service(), -1)));
                }
            }
        }
        return new World(new State(slots, state.clients(), state.server(), orders.size()), tokens, serving, begun);
    }

    private static Request renumbered(Request r, List<Long> orders) {
        return new Request(r.sender(), r.kind(), r.repeat(), r.lease(), r.mapped(), r.phase(), r.begun(), r.priority(), orders.indexOf(r.order()), r.content(), r.result());
    }
}
