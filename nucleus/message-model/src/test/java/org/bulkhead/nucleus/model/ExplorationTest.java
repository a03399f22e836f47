package org.bulkhead.nucleus.model;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that can happen between two clients and a server over a queue of two slots, and whether the exploration would notice if the semantics were wrong. */
class ExplorationTest {
    private static final int CAPACITY = 2;

    @ParameterizedTest
    @CsvSource({"1,1,1,1", "2,1,1,1", "1,1,2,0"})
    void everyStateKeepsTheInvariants(int firstPriority, int secondPriority, int firstCredits, int secondCredits) {
        Explorer explorer = new Explorer(new Semantics());
        explorer.explore(start(firstPriority, secondPriority, firstCredits, secondCredits));
        System.out.printf("priorities %d and %d, credits %d and %d: %,d states, %,d transitions%n", firstPriority, secondPriority, firstCredits, secondCredits, explorer.states(),
                explorer.transitions());
        assertTrue(explorer.states() > 1_000, "that is not all there is");
    }

    private static State start(int firstPriority, int secondPriority, int firstCredits, int secondCredits) {
        return State.start(CAPACITY, new int[] {firstPriority, secondPriority}, new int[] {firstCredits, secondCredits});
    }

    @ParameterizedTest
    @EnumSource
    void aWrongSemanticsIsFoundOut(Mutant mutant) {
        Explorer explorer = new Explorer(mutant.semantics);
        Invariants.Violation violation = assertThrows(Invariants.Violation.class, () -> explorer.explore(start(2, 1, 1, 1)));
        System.out.printf("%s: found after %,d states: %s%n", mutant, explorer.states(), violation.getMessage().replaceAll(":.*", ""));
    }

    @Test
    void aCreditTooManyIsFoundOut() {
        Semantics generous = new Semantics() {
            @Override
            protected boolean hasCredit(Client client) {
                return client.used() <= client.credits();
            }
        };
        assertThrows(Invariants.Violation.class, () -> new Explorer(generous).explore(State.start(3, new int[] {1}, new int[] {1})));
    }

    /** Ways to get it wrong. */
    enum Mutant {
        TOKEN_SURVIVES_EXPIRY(new Semantics() {
            @Override
            protected Slot afterService(Slot slot, Outcome outcome) {
                return outcome.equals(Outcome.failed(ErrorCode.DEADLINE)) ? slot : super.afterService(slot, outcome);
            }
        }),
        ANY_TOKEN_OF_THE_SLOT_IS_GOOD(new Semantics() {
            @Override
            protected boolean names(State state, Token token) {
                return state.slots().get(token.slot()).is(Phase.IN_SERVICE);
            }
        }),
        CREDIT_IS_LOST(new Semantics() {
            @Override
            protected Client credited(Client client) {
                return client;
            }
        }),
        PRIORITY_IS_IGNORED(new Semantics() {
            @Override
            protected int foremost(State state) {
                return state.queue().stream().min((a, b) -> Long.compare(state.slots().get(a).request().order(), state.slots().get(b).request().order())).orElseThrow();
            }
        }),
        REPEATED_WITHOUT_END(new Semantics() {
            @Override
            protected Request queuedAgain(Request r) {
                return new Request(r.sender(), r.kind(), Repeat.ONCE, r.lease(), false, Phase.QUEUED, r.begun(), r.priority(), r.order(), r.content(), null);
            }
        }),
        MAPPING_SURVIVES_THE_SERVER(new Semantics() {
            @Override
            protected Request queuedAgain(Request r) {
                return new Request(r.sender(), r.kind(), Repeat.USED_UP, r.lease(), r.mapped(), Phase.QUEUED, r.begun(), r.priority(), r.order(), r.content(), null);
            }
        }),
        DEATH_OF_THE_SERVER_TELLS_NOBODY(new Semantics() {
            @Override
            public Step serverDies(State state) {
                return new Step(state.with(Server.NONE), Outcome.OK, List.of());
            }
        }),
        DEATH_OF_A_CLIENT_LEAVES_ITS_CALL(new Semantics() {
            @Override
            public Step clientDies(State state, int client) {
                return new Step(state.with(client, state.clients().get(client).die()), Outcome.OK, List.of());
            }
        }),
        CALLER_IS_WOKEN_TWICE(new Semantics() {
            @Override
            public Step expire(State state, int place) {
                Step step = super.expire(state, place);
                return new Step(step.state(), step.outcome(), List.of(step.effects().get(0), step.effects().get(0)));
            }
        }),
        GIVING_UP_TELLS_ALL_THE_SAME(new Semantics() {
            @Override
            public Step close(State state) {
                Step step = super.close(state);
                List<Effect> effects = step.effects().stream()
                        .map(effect -> effect instanceof Effect.Woken woken ? new Effect.Woken(woken.client(), Outcome.failed(ErrorCode.OFFLINE)) : effect).toList();
                return new Step(step.state(), step.outcome(), effects);
            }
        }),
        A_TOMBSTONE_LEAVES_WHAT_IS_QUEUED(new Semantics() {
            @Override
            public Step takeOffline(State state) {
                return state.in(Phase.IN_SERVICE).isEmpty() ? new Step(state.with(Server.OFFLINE), Outcome.OK, List.of()) : super.takeOffline(state);
            }
        }),
        A_WAITING_SERVER_IS_NOT_TOLD(new Semantics() {
            @Override
            public Step send(State state, int client, Sending sending) {
                Server server = state.server();
                if (server != Server.RECEIVES) return super.send(state, client, sending);
                Step step = super.send(state.with(Server.RUNS), client, sending);
                return new Step(step.state().with(server), step.outcome(), step.effects());
            }
        });

        private final Semantics semantics;

        Mutant(Semantics semantics) {
            this.semantics = semantics;
        }
    }
}
