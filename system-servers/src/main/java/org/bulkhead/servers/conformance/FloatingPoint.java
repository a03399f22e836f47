package org.bulkhead.servers.conformance;

import org.bulkhead.nucleus.abi.SystemCall;

/** Floating-point registers belong to whoever runs. */
final class FloatingPoint {
    private static final long ROUNDS = 40_000;
    private static final long FEW_ROUNDS = 500;
    private static final int INTERRUPTIONS = 20;

    private FloatingPoint() {}

    static void add(Suite suite) {
        suite.that("two that calculate in turns get the right results", stage -> {
            Actor first = stage.client();
            Actor second = stage.client();
            first.begins(Deed.CALCULATE, 3, ROUNDS);
            second.begins(Deed.CALCULATE, 7, ROUNDS);
            stage.settle();
            first.ended("calculate").is(Numbers.sum(3, ROUNDS));
            second.ended("calculate").is(Numbers.sum(7, ROUNDS));
        });
        suite.that("a calculation is not disturbed by interruptions that calculate", stage -> {
            Actor low = stage.client();
            Actor high = stage.client(Part.client("high").withPriority(5), 1);
            low.begins(Deed.CALCULATE, 11, ROUNDS);
            for (int i = 1; i <= INTERRUPTIONS; i++) {
                high.begins(Deed.CALCULATE, i, FEW_ROUNDS);
                stage.pass(1);
                stage.awaits(high, "calculate").is(Numbers.sum(i, FEW_ROUNDS));
            }
            low.ended("calculate").is(Numbers.sum(11, ROUNDS));
        });
        suite.that("a result survives the call between caller and server", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            for (int i = 1; i <= 3; i++) {
                client.does("calculate", Deed.CALCULATE, i, FEW_ROUNDS).is(Numbers.sum(i, FEW_ROUNDS));
                client.letter(i, i).call().waits();
                server.does("receive", SystemCall.RECEIVE, 0, server.message(), Long.MAX_VALUE).is(0);
                long token = server.token();
                server.does("calculate", Deed.CALCULATE, i + 50, FEW_ROUNDS).is(Numbers.sum(i + 50, FEW_ROUNDS));
                server.letter(0, 0).reply(token).is(0);
                client.ended("call").is(0);
            }
        });
    }
}
