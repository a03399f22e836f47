package org.bulkhead.nucleus.model;

import java.util.ArrayList;
import java.util.List;

/** A step in the making. */
final class Draft {
    private State state;
    private final List<Effect> effects = new ArrayList<>();

    Draft(State from) {
        state = from;
    }

    State state() {
        return state;
    }

    void put(int place, Slot slot) {
        state = state.with(place, slot);
    }

    void put(int number, Client client) {
        state = state.with(number, client);
    }

    void put(Server server) {
        state = state.with(server);
    }

    void arrived() {
        state = state.arrived();
    }

    void note(Effect effect) {
        effects.add(effect);
    }

    Step step(Outcome outcome) {
        return new Step(state, outcome, List.copyOf(effects));
    }
}
