package org.bulkhead.nucleus.kernel;

import java.util.function.BiConsumer;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import org.bulkhead.nucleus.model.Kind;
import org.bulkhead.nucleus.model.Lease;
import org.bulkhead.nucleus.model.Server;

/** The nucleus does what the model of its messages does, whatever is done in whatever order. */
class MessageModelTest {
    private static final int ACTIONS = 80;
    private static final int CLIENTS = 3;
    private static final int CHOICES = 12;

    @Property(tries = 400, seed = "20240101")
    void theNucleusDoesWhatTheModelDoes(@ForAll("actions") ActionChain<ModelledMachine> chain) {
        chain.run();
    }

    /** What is sent. */
    private record Letter(Kind kind, boolean idempotent, Lease lease, boolean shortLived) {
    }

    @Provide
    ActionChainArbitrary<ModelledMachine> actions() {
        Arbitrary<Letter> letters = Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.of(true, false), Arbitraries.of(Lease.class), Arbitraries.of(true, false)).as(Letter::new);
        Arbitrary<Lease> accesses = Arbitraries.of(Lease.READ, Lease.WRITE);
        ActionChainArbitrary<ModelledMachine> chain = ActionChain.startWith(ModelledMachine::new);
        for (int number = 0; number < CLIENTS; number++) {
            int client = number;
            Predicate<ModelledMachine> acts = machine -> machine.canSend(client);
            chain = chain
                    .withAction(8, action("client " + client + " sends", acts, letters,
                            (machine, letter) -> machine.send(client, letter.kind(), letter.idempotent(), letter.lease(), letter.shortLived())))
                    .withAction(2, action("client " + client + " awaits a credit", acts, Arbitraries.just(0), (machine, none) -> machine.awaitCredit(client)))
                    .withAction(2, choosing("client " + client + " cancels", machine -> acts.test(machine) && machine.hasTickets(), (machine, choice) -> machine.cancel(client, choice)))
                    .withAction(4, choosing("client " + client + " collects", machine -> acts.test(machine) && machine.hasTickets(), (machine, choice) -> machine.collect(client, choice)));
        }
        return chain
                .withAction(16, action("the server receives", ModelledMachine::canReceive, Arbitraries.of(true, false), ModelledMachine::receive))
                .withAction(14, choosing("the server replies", ModelledMachine::hasTokens, ModelledMachine::reply))
                .withAction(2, choosing("the server refuses", ModelledMachine::hasTokens, ModelledMachine::refuse))
                .withAction(4, action("the server copies what is lent", ModelledMachine::hasTokens, accesses, (machine, access) -> machine.copyLent(0, access)))
                .withAction(2, action("the server copies what was lent", ModelledMachine::hasTokens, accesses, (machine, access) -> machine.copyLent(1, access)))
                .withAction(4, action("the server maps what is lent", ModelledMachine::hasTokens, accesses, (machine, access) -> machine.mapLent(0, access)))
                .withAction(2, action("the server maps what was lent", ModelledMachine::hasTokens, accesses, (machine, access) -> machine.mapLent(1, access)))
                .withAction(2, action("the fast path is switched", machine -> true, Arbitraries.of(true, false), ModelledMachine::fastPath))
                .withAction(3, action("time passes", machine -> true, Arbitraries.just(0), (machine, none) -> machine.pass()))
                .withAction(4, action("the server dies", machine -> machine.state().server().isAlive(), Arbitraries.just(0), (machine, none) -> machine.serverDies()))
                .withAction(20, action("a server starts", machine -> machine.state().server() == Server.NONE || machine.state().server() == Server.OFFLINE, Arbitraries.just(0), (machine, none) -> machine.serverStarts()))
                .withAction(1, action("a client dies", machine -> machine.isAlive(1), Arbitraries.just(0), (machine, none) -> machine.clientDies(1)))
                .withAction(2, action("the queue gets a tombstone", machine -> machine.state().server().isOnline(), Arbitraries.just(0), (machine, none) -> machine.takeOffline()))
                .withAction(1, action("the service is given up", machine -> machine.state().server() != Server.CLOSED, Arbitraries.integers().between(0, 3), (machine, choice) -> {
                    // Seldom: little happens afterwards.
                    if (choice == 0) {
                        machine.close();
                    }
                }))
                .withMaxTransformations(ACTIONS);
    }

    private static Action<ModelledMachine> choosing(String name, Predicate<ModelledMachine> condition, BiConsumer<ModelledMachine, Integer> body) {
        return action(name, condition, Arbitraries.integers().between(0, CHOICES), body);
    }

    private static <T> Action<ModelledMachine> action(String name, Predicate<ModelledMachine> condition, Arbitrary<T> arguments, BiConsumer<ModelledMachine, T> body) {
        return new Action.Independent<ModelledMachine>() {
            @Override
            public boolean precondition(ModelledMachine machine) {
                return condition.test(machine);
            }

            @Override
            public Arbitrary<Transformer<ModelledMachine>> transformer() {
                return arguments.map(argument -> Transformer.mutate(name + " (" + argument + ")", machine -> body.accept(machine, argument)));
            }
        };
    }
}
