package org.bulkhead.nucleus.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;

/** Visits every world that can come about, breadth first, and checks the invariants in each. */
final class Explorer {
    private static final Token FORGED = new Token(0, -1);
    private static final Sending[] SENDINGS = {new Sending(Kind.CALL, false, Lease.NONE, 0), new Sending(Kind.CALL, true, Lease.WRITE, 0), new Sending(Kind.SUBMIT, false, Lease.WRITE, 0),
        new Sending(Kind.SUBMIT, true, Lease.NONE, 0), new Sending(Kind.SEND, false, Lease.NONE, 0)};

    private final Semantics semantics;
    private final Invariants invariants;
    /** Every world with the worlds from which the service alone, without help of deadlines or clients, leads to it. */
    private final Map<World, List<World>> comesFrom = new HashMap<>();
    private long transitions;

    Explorer(Semantics semantics) {
        this.semantics = semantics;
        invariants = new Invariants(semantics);
    }

    long states() {
        return comesFrom.size();
    }

    long transitions() {
        return transitions;
    }

    /** Explores everything from a state on. */
    void explore(State from) {
        Queue<World> open = new ArrayDeque<>();
        World first = World.start(from).canonical();
        comesFrom.put(first, new ArrayList<>());
        open.add(first);
        while (!open.isEmpty()) {
            World world = open.remove();
            invariants.check(world);
            for (Move move : moves(world)) {
                transitions++;
                Step step = move.make().get();
                World after = world.after(step);
                invariants.check(world, step, after);
                World canonical = after.canonical();
                if (!comesFrom.containsKey(canonical)) {
                    comesFrom.put(canonical, new ArrayList<>());
                    open.add(canonical);
                }
                if (move.by() == By.SERVICE) {
                    comesFrom.get(canonical).add(world);
                }
            }
        }
        checkThatAllCanEnd();
    }

    /** Nothing is ever stuck: from every world a server that receives and replies comes to one in which no request waits or is served. */
    private void checkThatAllCanEnd() {
        Set<World> ending = new HashSet<>();
        Queue<World> open = new ArrayDeque<>();
        for (World world : comesFrom.keySet()) {
            if (world.state().in(Phase.QUEUED).isEmpty() && world.state().in(Phase.IN_SERVICE).isEmpty()) {
                ending.add(world);
                open.add(world);
            }
        }
        while (!open.isEmpty()) {
            for (World before : comesFrom.get(open.remove())) {
                if (ending.add(before)) {
                    open.add(before);
                }
            }
        }
        for (World world : comesFrom.keySet()) {
            if (!ending.contains(world)) {
                throw new Invariants.Violation("a request can never end: " + world.state());
            }
        }
    }

    /** Who brings a step about. */
    private enum By { SERVICE, OTHERS }

    private record Move(By by, Supplier<Step> make) {
    }

    private List<Move> moves(World world) {
        List<Move> moves = new ArrayList<>();
        State state = world.state();
        for (int i = 0; i < state.clients().size(); i++) {
            addClient(moves, state, i);
        }
        addServer(moves, world);
        for (int place = 0; place < state.slots().size(); place++) {
            int at = place;
            Request request = state.slots().get(place).request();
            if (request != null && request.kind() != Kind.SEND && request.phase() != Phase.ENDED) {
                moves.add(new Move(By.OTHERS, () -> semantics.expire(state, at)));
            }
        }
        if (state.server().isOnline()) {
            moves.add(new Move(By.OTHERS, () -> semantics.takeOffline(state)));
        }
        if (state.server() != Server.CLOSED) {
            moves.add(new Move(By.OTHERS, () -> semantics.close(state)));
        }
        return moves;
    }

    private void addClient(List<Move> moves, State state, int client) {
        Client.Life life = state.clients().get(client).life();
        if (life != Client.Life.DEAD) {
            moves.add(new Move(By.OTHERS, () -> semantics.clientDies(state, client)));
        }
        if (life != Client.Life.RUNS) return;
        for (Sending sending : SENDINGS) {
            moves.add(new Move(By.OTHERS, () -> semantics.send(state, client, sending)));
        }
        moves.add(new Move(By.OTHERS, () -> semantics.awaitCredit(state, client)));
        for (int place = -1; place < state.slots().size(); place++) {
            Token ticket = place < 0 ? FORGED : new Token(place, state.slots().get(place).ticket());
            moves.add(new Move(By.OTHERS, () -> semantics.cancel(state, client, ticket)));
            moves.add(new Move(By.OTHERS, () -> semantics.collect(state, client, ticket)));
        }
    }

    private void addServer(List<Move> moves, World world) {
        State state = world.state();
        switch (state.server()) {
            case RUNS -> {
                moves.add(new Move(By.SERVICE, () -> semantics.receive(state, true)));
                moves.add(new Move(By.OTHERS, () -> semantics.receive(state, false)));
                List<Token> tokens = new ArrayList<>(world.given());
                tokens.add(FORGED);
                for (Token token : tokens) {
                    moves.add(new Move(By.SERVICE, () -> semantics.reply(state, token, 0)));
                    moves.add(new Move(By.OTHERS, () -> semantics.refuse(state, token)));
                    moves.add(new Move(By.OTHERS, () -> semantics.mapLent(state, token, Lease.WRITE)));
                }
                moves.add(new Move(By.OTHERS, () -> semantics.serverDies(state)));
            }
            case RECEIVES -> {
                moves.add(new Move(By.SERVICE, () -> semantics.expireReceive(state)));
                moves.add(new Move(By.OTHERS, () -> semantics.serverDies(state)));
            }
            case NONE, OFFLINE -> moves.add(new Move(By.SERVICE, () -> semantics.serverStarts(state)));
            case CLOSED -> { }
        }
    }
}
