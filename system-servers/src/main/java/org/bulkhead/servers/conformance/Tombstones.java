package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.SystemCall;

/** A service that is given up for now: its queue refuses everything at once, until somebody serves it again. */
final class Tombstones {
    private Tombstones() {}

    static void add(Suite suite) {
        suite.that("a tombstone refuses calls, sent and submitted messages at once", stage -> {
            stage.server();
            Actor client = stage.client();
            stage.bury();
            client.letter(1, 1).call().is(ErrorCode.OFFLINE);
            client.letter(1, 1).send().is(ErrorCode.OFFLINE);
            client.letter(1, 1).submit().is(ErrorCode.OFFLINE);
            client.awaitCredit().is(ErrorCode.OFFLINE);
        });
        suite.that("a second tombstone changes nothing", stage -> {
            stage.server();
            Actor client = stage.client();
            stage.bury();
            stage.bury();
            client.letter(1, 1).call().is(ErrorCode.OFFLINE);
        });
        suite.that("a connection outlives the tombstone, what was in the queue does not", stage -> {
            Actor server = stage.server();
            Actor client = stage.client(1);
            client.letter(1, 1).send().is(0);
            stage.bury();
            stage.kill(server);
            Actor successor = stage.server();
            successor.poll().is(ErrorCode.DEADLINE);
            client.letter(2, 2).call().waits();
            long token = successor.takes();
            successor.sees(2, 2);
            successor.letter(0, 5).reply(token).is(0);
            client.ended("call").is(0);
        });
        suite.that("a tombstone tells who had not been begun", stage -> {
            stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call().waits();
            stage.bury();
            client.ended("call").is(ErrorCode.OFFLINE);
        });
        suite.that("a tombstone after the server's death tells who had not been begun", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call().waits();
            stage.kill(server);
            stage.bury();
            client.ended("call").is(ErrorCode.PEER_DIED_QUEUED);
            client.letter(1, 1).call().is(ErrorCode.OFFLINE);
        });
        suite.that("a tombstone tells who had been begun, whether it may be repeated or not", stage -> {
            Actor server = stage.server();
            Actor first = stage.client(1);
            Actor second = stage.client(1);
            first.letter(1, 1).call().waits();
            second.letter(2, 2).idempotent().call().waits();
            long token = server.takes();
            server.takes();
            stage.bury();
            first.ended("call").is(ErrorCode.PEER_DIED_IN_SERVICE);
            second.ended("call").is(ErrorCode.PEER_DIED_IN_SERVICE);
            server.letter(0, 0).reply(token).is(ErrorCode.TOKEN_VOID);
        });
        suite.that("a tombstone tells who had been begun before a death", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).idempotent().call().waits();
            server.takes();
            stage.kill(server);
            stage.bury();
            client.ended("call").is(ErrorCode.PEER_DIED_IN_SERVICE);
        });
        suite.that("a submitted request is told of a tombstone", stage -> {
            stage.server();
            Actor client = stage.client();
            long ticket = client.letter(1, 1).submit().get();
            stage.bury();
            client.isTold(Actor.DONE_BIT);
            client.collect(ticket).is(ErrorCode.OFFLINE);
        });
        suite.that("results that wait outlive a tombstone", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long ticket = client.letter(1, 1).submit().get();
            long token = server.takes();
            server.letter(0, 77).reply(token).is(0);
            stage.bury();
            client.isTold(Actor.DONE_BIT);
            client.collect(ticket).is(0);
            client.sees(0, 77);
        });
        suite.that("credits come back with a tombstone", stage -> {
            stage.server();
            Actor client = stage.client(1);
            client.letter(1, 1).send().is(0);
            client.awaitCredit().is(0);
            stage.bury();
            client.isTold(Actor.CREDIT_BIT);
            stage.server();
            client.awaitCredit().is(1);
        });
        suite.that("a server that waits at the queue is told of its tombstone", stage -> {
            Actor server = stage.server();
            server.receive(server.queue, Nucleus.FOREVER).waits();
            stage.bury();
            server.ended("receive").is(ErrorCode.OFFLINE);
            server.receive(server.queue, 0).is(ErrorCode.NO_RIGHT);
        });
        suite.that("only supervisors, and of them only the owner, can give a service up", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            server.does("queue-offline", SystemCall.QUEUE_OFFLINE, server.queue).is(ErrorCode.NO_RIGHT);
            stage.does("queue-offline", SystemCall.QUEUE_OFFLINE, server.strings().isolate()).is(ErrorCode.WRONG_KIND);
            client.letter(1, 1).send().is(0);
        });
    }
}
