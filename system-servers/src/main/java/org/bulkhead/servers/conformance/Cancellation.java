package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.SystemCall;

/** Calls that do not wait, and taking them back. */
final class Cancellation {
    private Cancellation() {}

    static void add(Suite suite) {
        suite.that("a submitted call does not wait, and its reply is collected", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long ticket = client.letter(7, 1234).submit().get();
            client.isTold();
            client.collect(ticket).is(ErrorCode.NOT_ENDED);
            long token = server.takes();
            server.sees(7, 1234);
            server.letter(3, 5678).reply(token).is(0);
            client.isTold(Actor.DONE_BIT);
            client.collect(ticket).is(0);
            client.sees(3, 5678);
            client.collect(ticket).is(ErrorCode.TOKEN_VOID);
        });
        suite.that("a submitted call keeps its credit until it is collected", stage -> {
            Actor server = stage.server();
            Actor client = stage.client(1);
            long ticket = client.letter(1, 1).submit().get();
            long token = server.takes();
            server.letter(0, 0).reply(token).is(0);
            client.letter(2, 2).send().is(ErrorCode.NO_CREDIT);
            client.collect(ticket).is(0);
            client.letter(2, 2).send().is(0);
        });
        suite.that("two submitted calls end and are collected in any order", stage -> {
            Actor server = stage.server();
            Actor client = stage.client(2);
            long first = client.letter(1, 1).submit().get();
            long second = client.letter(2, 2).submit().get();
            long one = server.takes();
            long two = server.takes();
            server.letter(0, 22).reply(two).is(0);
            client.collect(first).is(ErrorCode.NOT_ENDED);
            client.collect(second).is(0);
            client.sees(0, 22);
            server.letter(0, 11).reply(one).is(0);
            client.collect(first).is(0);
            client.sees(0, 11);
        });
        suite.that("a request that is cancelled in the queue is never delivered", stage -> {
            Actor server = stage.server();
            Actor client = stage.client(1);
            long ticket = client.letter(1, 1).submit().get();
            client.cancel(ticket).is(0);
            server.poll().is(ErrorCode.DEADLINE);
            client.collect(ticket).is(ErrorCode.TOKEN_VOID);
            client.letter(2, 2).send().is(0);
            client.isTold();
        });
        suite.that("a request that is cancelled in service has no token any more", stage -> {
            Actor server = stage.server();
            Actor client = stage.client(1);
            long ticket = client.letter(1, 1).lendReadable(client.data(), 8).submit().get();
            long token = server.takes();
            client.cancel(ticket).is(0);
            server.leaseRead(token, 0, 0, server.data(), 8).is(ErrorCode.TOKEN_VOID);
            server.letter(0, 0).reply(token).is(ErrorCode.TOKEN_VOID);
            client.letter(2, 2).submit().get();
        });
        suite.that("a request that had ended can't be cancelled, only collected", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long ticket = client.letter(1, 1).submit().get();
            long token = server.takes();
            server.letter(5, 6).reply(token).is(0);
            client.cancel(ticket).is(1);
            client.collect(ticket).is(0);
            client.sees(5, 6);
            client.cancel(ticket).is(ErrorCode.TOKEN_VOID);
        });
        suite.that("only its sender cancels or collects it", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            Actor other = stage.client();
            long ticket = client.letter(1, 1).submit().get();
            other.cancel(ticket).is(ErrorCode.TOKEN_VOID);
            other.collect(ticket).is(ErrorCode.TOKEN_VOID);
            long token = server.takes();
            server.cancel(token).is(ErrorCode.TOKEN_VOID);
            client.cancel(token).is(ErrorCode.TOKEN_VOID);
            server.letter(0, 0).reply(ticket).is(ErrorCode.TOKEN_VOID);
            client.collect(ticket).is(ErrorCode.NOT_ENDED);
        });
        suite.that("a submitted call that expires is told of, and collected as DEADLINE", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).submit(0).is(ErrorCode.DEADLINE);
            long ticket = client.letter(1, 1).submit(Stage.soon()).get();
            long token = server.takes();
            stage.passSoon();
            server.letter(0, 0).reply(token).is(ErrorCode.TOKEN_VOID);
            client.isTold(Actor.DONE_BIT);
            client.collect(ticket).is(ErrorCode.DEADLINE);
        });
        suite.that("a submitted call that is refused is collected as REFUSED", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long ticket = client.letter(1, 1).submit().get();
            server.refuse(server.takes()).is(0);
            client.isTold(Actor.DONE_BIT);
            client.collect(ticket).is(ErrorCode.REFUSED);
        });
        suite.that("a call that waits for its reply has nothing to cancel it by", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call().waits();
            long token = server.takes();
            server.cancel(token).is(ErrorCode.TOKEN_VOID);
            server.letter(0, 0).reply(token).is(0);
            client.ended("call").is(0);
        });
        suite.that("a submission goes downwards only, and names a bit", stage -> {
            stage.server();
            Actor equal = stage.client(Part.client("equal").withRank(Part.SERVER_RANK), 1);
            equal.letter(1, 1).submit().is(ErrorCode.WRONG_RANK);
            Actor client = stage.client();
            client.letter(1, 1).does("submit", SystemCall.SUBMIT, client.queue, client.message(), 0, Nucleus.FOREVER, Long.SIZE).is(ErrorCode.BAD_ARGUMENT);
        });
        suite.that("a result outlives the server and the service", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long ticket = client.letter(1, 1).submit().get();
            long token = server.takes();
            server.letter(5, 6).reply(token).is(0);
            stage.kill(server);
            stage.giveUp();
            client.collect(ticket).is(0);
            client.sees(5, 6);
        });
    }
}
