package org.bulkhead.servers.conformance;

import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;

/** What was given is taken back: by giving up a service, by death, by the supervisor. */
final class Revocation {
    private static final int CLOCK_PORT = 0x70;

    private Revocation() {}

    static void add(Suite suite) {
        suite.that("a service given up ends what is queued as not begun", stage -> {
            stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call().waits();
            stage.giveUp();
            client.ended("call").is(ErrorCode.OFFLINE);
        });
        suite.that("a service given up ends what is in service as begun", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call().waits();
            long token = server.takes();
            stage.giveUp();
            client.ended("call").is(ErrorCode.PEER_DIED_IN_SERVICE);
            server.letter(0, 0).reply(token).is(ErrorCode.TOKEN_VOID);
        });
        suite.that("every handle to a service that was given up is of no more use", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long copy = client.copy(client.queue, -1).get();
            stage.giveUp();
            client.letter(1, 1).call().is(ErrorCode.OFFLINE);
            client.letter(1, 1).send().is(ErrorCode.OFFLINE);
            client.letter(1, 1).submit().is(ErrorCode.OFFLINE);
            client.does("send", SystemCall.SEND, copy, client.message(), 0).is(ErrorCode.OFFLINE);
            server.receive(server.queue, 0).is(ErrorCode.STALE_HANDLE);
        });
        suite.that("a new queue in the place of one given up is another", stage -> {
            stage.server();
            Actor client = stage.client();
            stage.giveUp();
            Actor other = stage.actor(Part.server("other"));
            stage.serving(other, stage.queue(Stage.SLOTS, Part.SERVER_RANK));
            client.letter(1, 1).send().is(ErrorCode.OFFLINE);
            other.poll().is(ErrorCode.DEADLINE);
        });
        suite.that("a server that waits for one queue is told when that is given up", stage -> {
            Actor server = stage.server();
            server.receive(server.queue, Long.MAX_VALUE).waits();
            stage.giveUp();
            server.ended("receive").is(ErrorCode.OFFLINE);
        });
        suite.that("a server that hands its queue back leaves the requests to another", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).idempotent().call().waits();
            server.takes();
            server.close(server.queue).is(0);
            Actor successor = stage.server();
            successor.takes();
            successor.sees(1, 1);
            Failure.unlessEqual("waits", Result.WAITS, client.ended("call").value());
        });
        suite.that("a queue has one server at a time", stage -> {
            stage.server();
            Actor second = stage.actor(Part.server("second"));
            stage.tryGrant(second, GrantKind.SERVE_QUEUE, stage.queue(), 0).is(ErrorCode.ALREADY_GRANTED);
        });
        suite.that("a closed handle takes back only itself", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long copy = client.copy(client.queue, -1).get();
            client.close(client.queue).is(0);
            client.queue = copy;
            client.letter(1, 1).send().is(0);
            server.receive().is(MessageLayout.RECEIVED_MESSAGE);
        });
        suite.that("a connection that is taken back is stale, and its credits are free", stage -> {
            Actor server = stage.server();
            Actor client = stage.client(Stage.SLOTS);
            Actor other = stage.actor(Part.client("other"));
            stage.revoke(client, client.queue).is(0);
            client.letter(1, 1).send().is(ErrorCode.STALE_HANDLE);
            stage.connected(other, stage.queue(), Stage.SLOTS).letter(2, 2).send().is(0);
            server.takes();
            server.sees(2, 2);
        });
        suite.that("a connection that is taken back leaves the call that was made by it", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call().waits();
            long token = server.takes();
            stage.revoke(client, client.queue).is(0);
            client.ended("call").waits();
            server.letter(5, 5).reply(token).is(0);
            client.ended("call").is(0);
            client.sees(5, 5);
            client.letter(1, 1).call().is(ErrorCode.STALE_HANDLE);
        });
        suite.that("a service that is taken back from its server goes to another, requests and all", stage -> {
            Actor server = stage.server();
            Actor first = stage.client(1);
            Actor second = stage.client(1);
            first.letter(1, 1).call().waits();
            long token = server.takes();
            second.letter(2, 2).call().waits();
            stage.revoke(server, server.queue).is(0);
            first.ended("call").is(ErrorCode.PEER_DIED_IN_SERVICE);
            server.letter(0, 0).reply(token).is(ErrorCode.TOKEN_VOID);
            server.receive(server.queue, 0).is(ErrorCode.STALE_HANDLE);
            Actor successor = stage.server();
            successor.takes();
            successor.sees(2, 2);
        });
        suite.that("a service goes to another and back, and nothing is lost or repeated", stage -> {
            Actor server = stage.server();
            Actor first = stage.client(1);
            Actor second = stage.client(1);
            first.letter(1, 1).call().waits();
            long begun = server.takes();
            server.letter(0, 10).reply(begun).is(0);
            stage.revoke(server, server.queue).is(0);
            first.letter(2, 2).call().waits();
            second.letter(3, 3).call().waits();
            Actor other = stage.server();
            begun = other.takes();
            other.letter(0, 20).reply(begun).is(0);
            first.ended("call").is(0);
            stage.kill(other);
            stage.serving(server, stage.queue());
            server.takes();
            server.sees(3, 3);
            begun = server.token();
            server.letter(0, 30).reply(begun).is(0);
            second.ended("call").is(0);
            server.poll().is(ErrorCode.DEADLINE);
        });
        suite.that("whoever waits for messages gets what was queued before it served", stage -> {
            Actor server = stage.actor(Part.server("server"));
            Actor client = stage.client();
            client.letter(7, 1234).call().waits();
            server.receive().waits();
            stage.serving(server, stage.queue());
            server.ended("receive").is(MessageLayout.RECEIVED_MESSAGE);
            server.sees(7, 1234);
        });
        suite.that("ports that are taken back can't be touched any more", stage -> {
            Actor driver = stage.actor(Part.server("driver"));
            long ports = stage.grant(driver, GrantKind.PORTS, CLOCK_PORT, 2);
            driver.does("in", Deed.IN, CLOCK_PORT + 1).get();
            stage.revoke(driver, ports).is(0);
            driver.does("in", Deed.IN, CLOCK_PORT + 1).dies();
            stage.death(driver).is(DeathReason.PRIVILEGED_INSTRUCTION);
        });
        suite.that("what is not there can't be taken back, nor an isolate from itself", stage -> {
            Actor client = stage.client();
            stage.revoke(client, 0).is(ErrorCode.BAD_ARGUMENT);
            stage.revoke(client, client.queue + 1).is(ErrorCode.BAD_HANDLE);
            stage.revoke(client, client.queue).is(0);
            stage.revoke(client, client.queue).is(ErrorCode.STALE_HANDLE);
        });
    }
}
