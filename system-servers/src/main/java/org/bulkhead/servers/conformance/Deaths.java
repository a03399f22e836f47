package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.SystemCall;

/** Death of a server or of a client, in each phase of a request. */
final class Deaths {
    private Deaths() {}

    static void add(Suite suite) {
        suite.that("what is queued when the server dies waits for its successor", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(7, 1234).call().waits();
            stage.kill(server);
            client.ended("call").waits();
            Actor successor = stage.server();
            long token = successor.takes();
            successor.sees(7, 1234);
            successor.letter(0, 5).reply(token).is(0);
            client.ended("call").is(0);
        });
        suite.that("a request can be queued while there is no server", stage -> {
            Actor client = stage.client();
            stage.kill(stage.server());
            client.letter(7, 1234).call().waits();
            Actor successor = stage.server();
            successor.takes();
            successor.sees(7, 1234);
        });
        suite.that("the caller of a request in service learns that it had been begun", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            server.receive().waits();
            client.letter(1, 1).call().waits();
            stage.kill(server);
            client.ended("call").is(ErrorCode.PEER_DIED_IN_SERVICE);
            stage.server().poll().is(ErrorCode.DEADLINE);
        });
        suite.that("an idempotent request in service is given to the successor", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            server.receive().waits();
            client.letter(7, 1234).idempotent().call().waits();
            stage.kill(server);
            client.ended("call").waits();
            Actor successor = stage.server();
            long token = successor.takes();
            successor.sees(7, 1234);
            Failure.unlessEqual("badge", Stage.FIRST_BADGE, successor.badge());
            successor.letter(3, 9).reply(token).is(0);
            client.ended("call").is(0);
            client.sees(3, 9);
        });
        suite.that("a second death on the same request poisons it", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).idempotent().call().waits();
            server.takes();
            stage.kill(server);
            Actor successor = stage.server();
            successor.takes();
            stage.kill(successor);
            client.ended("call").is(ErrorCode.POISONED);
            stage.server().poll().is(ErrorCode.DEADLINE);
        });
        suite.that("a request that is queued again keeps its place", stage -> {
            Actor server = stage.server();
            Actor first = stage.client(1);
            Actor second = stage.client(1);
            first.letter(1, 1).idempotent().call().waits();
            second.letter(2, 2).call().waits();
            server.takes();
            stage.kill(server);
            Actor successor = stage.server();
            successor.takes();
            successor.sees(1, 1);
            successor.takes();
            successor.sees(2, 2);
        });
        suite.that("a submitted request is told of its server's death", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long ticket = client.letter(1, 1).submit().get();
            server.takes();
            stage.kill(server);
            client.isTold(Actor.DONE_BIT);
            client.collect(ticket).is(ErrorCode.PEER_DIED_IN_SERVICE);
        });
        suite.that("a client that dies takes its queued call with it", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call().waits();
            stage.kill(client);
            server.poll().is(ErrorCode.DEADLINE);
        });
        suite.that("a client that dies makes its request in service void", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).lendReadable(client.data(), 8).call().waits();
            long token = server.takes();
            stage.kill(client);
            server.leaseRead(token, 0, 0, server.data(), 8).is(ErrorCode.TOKEN_VOID);
            server.letter(0, 0).reply(token).is(ErrorCode.TOKEN_VOID);
        });
        suite.that("a client that dies takes what it submitted with it", stage -> {
            Actor server = stage.server();
            Actor client = stage.client(2);
            client.letter(1, 1).submit().get();
            client.letter(2, 2).submit().get();
            long token = server.takes();
            stage.kill(client);
            server.letter(0, 0).reply(token).is(ErrorCode.TOKEN_VOID);
            server.poll().is(ErrorCode.DEADLINE);
        });
        suite.that("what a dead client had sent is still delivered", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(7, 1234).send().is(0);
            stage.kill(client);
            server.takes();
            server.sees(7, 1234);
        });
        suite.that("a service given up after its server's death tells who had not been begun", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call().waits();
            stage.kill(server);
            stage.giveUp();
            client.ended("call").is(ErrorCode.PEER_DIED_QUEUED);
            client.letter(1, 1).call().is(ErrorCode.OFFLINE);
        });
        suite.that("a service given up tells who had been begun, also before a death", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).idempotent().call().waits();
            server.takes();
            stage.kill(server);
            stage.giveUp();
            client.ended("call").is(ErrorCode.PEER_DIED_IN_SERVICE);
        });
        suite.that("the call of a server that dies is void at its server", stage -> {
            Actor bottom = stage.server(Part.server("bottom").withRank(1));
            Actor middle = stage.client(Part.client("middle").withRank(4), 1);
            Actor top = stage.actor(Part.client("top"));
            long upper = stage.queue(2, 4);
            long served = stage.grant(middle, GrantKind.SERVE_QUEUE, upper, 0);
            stage.connected(top, upper, 1);
            top.letter(1, 1).call().waits();
            middle.receive(served, Long.MAX_VALUE).is(0);
            middle.letter(2, 2).call().waits();
            long token = bottom.takes();
            stage.kill(middle);
            top.ended("call").is(ErrorCode.PEER_DIED_IN_SERVICE);
            bottom.letter(0, 0).reply(token).is(ErrorCode.TOKEN_VOID);
        });
        suite.that("the parent learns reason and status", stage -> {
            Actor client = stage.client();
            client.does("exit", SystemCall.EXIT, 77).dies();
            stage.death(client).is(DeathReason.EXIT, 77);
        });
        suite.that("a new isolate in the place of a dead one is another", stage -> {
            Actor first = stage.client();
            Actor witness = stage.actor(Part.client("witness"));
            long bell = stage.notification(witness, first, 1);
            int generation = stage.status(first, IsolateInfo::generation);
            stage.kill(first);
            Actor second = stage.actor(Part.client("second"));
            Failure.unlessEqual("generation in the same place", generation + 1, stage.status(second, IsolateInfo::generation));
            witness.does("notify", SystemCall.NOTIFY, bell, 1).is(ErrorCode.STALE_HANDLE);
        });
    }
}
