package org.bulkhead.nucleus.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All that is to be known of a queue, its clients and its server; immutable.
 *
 * @param arrivals number of messages that have been put into the queue
 */
public record State(List<Slot> slots, List<Client> clients, Server server, long arrivals) {
    /** Keeps the lists from being changed. */
    public State {
        slots = List.copyOf(slots);
        clients = List.copyOf(clients);
    }

    /** Returns an empty queue with a server that runs, and clients with these priorities and credits, which together are at most the capacity. */
    public static State start(int capacity, int[] priorities, int[] credits) {
        List<Client> clients = new ArrayList<>();
        int promised = 0;
        for (int i = 0; i < priorities.length; i++) {
            clients.add(new Client(Client.Life.RUNS, Client.NOWHERE, priorities[i], credits[i], 0, false));
            promised += credits[i];
        }
        if (promised > capacity) {
            throw new IllegalArgumentException("credits for " + promised + " slots, the queue has " + capacity);
        }
        return new State(Collections.nCopies(capacity, Slot.UNUSED), clients, Server.RUNS, 0);
    }

    /** Returns the places of the slots whose message is in a phase. */
    public List<Integer> in(Phase phase) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).is(phase)) {
                places.add(i);
            }
        }
        return places;
    }

    /** Returns the place of the first free slot, or -1. */
    public int free() {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).isFree()) return i;
        }
        return -1;
    }

    /** Returns the places of the queued messages in the order in which they are to be begun. */
    public List<Integer> queue() {
        List<Integer> places = in(Phase.QUEUED);
        places.sort((a, b) -> slots.get(a).request().isAheadOf(slots.get(b).request()) ? -1 : 1);
        return places;
    }

    State with(int place, Slot slot) {
        List<Slot> changed = new ArrayList<>(slots);
        changed.set(place, slot);
        return new State(changed, clients, server, arrivals);
    }

    State with(int number, Client client) {
        List<Client> changed = new ArrayList<>(clients);
        changed.set(number, client);
        return new State(slots, changed, server, arrivals);
    }

    State with(Server changed) {
        return new State(slots, clients, changed, arrivals);
    }

    State arrived() {
        return new State(slots, clients, server, arrivals + 1);
    }
}
