package org.bulkhead.servers.conformance;

import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;

/** Slots that are reserved: with a credit a send finds room, without one it is refused at once. */
final class Credits {
    private Credits() {}

    static void add(Suite suite) {
        suite.that("a send without a credit is refused and changes nothing", stage -> {
            Actor server = stage.server();
            Actor client = stage.client(2);
            client.letter(1, 1).send().is(0);
            client.letter(2, 2).send().is(0);
            client.letter(3, 3).send().is(ErrorCode.NO_CREDIT);
            client.letter(4, 4).call().is(ErrorCode.NO_CREDIT);
            server.receive().is(MessageLayout.RECEIVED_MESSAGE);
            server.receive().is(MessageLayout.RECEIVED_MESSAGE);
            server.sees(2, 2);
            server.poll().is(ErrorCode.DEADLINE);
        });
        suite.that("a flood by one client leaves the others' slots free", stage -> {
            Actor server = stage.server();
            Actor flood = stage.client(3);
            Actor other = stage.client(1);
            for (int i = 0; i < 3; i++) {
                flood.letter(1, i).send().is(0);
            }
            for (int i = 0; i < 10; i++) {
                flood.letter(1, i).send().is(ErrorCode.NO_CREDIT);
            }
            other.letter(2, 2).call().waits();
            for (int i = 0; i < 4; i++) {
                server.receive().is(MessageLayout.RECEIVED_MESSAGE);
            }
            long token = server.token();
            server.letter(0, 5).reply(token).is(0);
            other.ended("call").is(0);
        });
        suite.that("a credit comes back with the reply", stage -> {
            Actor server = stage.server();
            Actor client = stage.client(1);
            for (int i = 0; i < 3; i++) {
                client.letter(1, i).call().waits();
                server.receive().is(MessageLayout.RECEIVED_MESSAGE);
                long token = server.token();
                server.letter(0, i).reply(token).is(0);
                client.ended("call").is(0);
            }
        });
        suite.that("a request in service still takes its credit", stage -> {
            Actor server = stage.server();
            Actor client = stage.client(1);
            Actor partner = stage.actor(Part.client("partner"));
            long bell = stage.connect(client, partnerQueue(stage, partner), 1);
            long copy = client.copy(client.queue, -1).get();
            client.letter(1, 1).give(copy).does("send", SystemCall.SEND, bell, client.message(), client.transfers()).is(0);
            partner.receive().is(MessageLayout.RECEIVED_MESSAGE);
            partner.queue = partner.handle(0);
            client.letter(1, 1).call().waits();
            server.receive().is(MessageLayout.RECEIVED_MESSAGE);
            partner.letter(1, 1).send().is(ErrorCode.NO_CREDIT);
            long token = server.token();
            server.letter(0, 0).reply(token).is(0);
            partner.letter(1, 1).send().is(0);
        });
        suite.that("copies of a handle share its credits", stage -> {
            stage.server();
            Actor client = stage.client(1);
            long copy = client.copy(client.queue, -1).get();
            client.letter(1, 1).send().is(0);
            client.queue = copy;
            client.letter(1, 1).send().is(ErrorCode.NO_CREDIT);
        });
        suite.that("the credits of a queue are at most its slots", stage -> {
            stage.server();
            stage.client(3);
            Actor other = stage.actor(Part.client("other"));
            stage.tryGrant(other, GrantKind.USE_QUEUE, stage.queue(), 2).is(ErrorCode.NO_RESOURCE);
            stage.tryGrant(other, GrantKind.USE_QUEUE, stage.queue(), 0).is(ErrorCode.BAD_ARGUMENT);
            stage.tryGrant(other, GrantKind.USE_QUEUE, stage.queue(), 1).get();
        });
        suite.that("a dead client's credits can be given to another", stage -> {
            stage.server();
            Actor client = stage.client(Stage.SLOTS);
            Actor other = stage.actor(Part.client("other"));
            stage.tryGrant(other, GrantKind.USE_QUEUE, stage.queue(), 1).is(ErrorCode.NO_RESOURCE);
            stage.kill(client);
            stage.tryGrant(other, GrantKind.USE_QUEUE, stage.queue(), Stage.SLOTS).get();
        });
        suite.that("a closed handle gives its credits back when its last message is done", stage -> {
            Actor server = stage.server();
            Actor client = stage.client(Stage.SLOTS);
            Actor other = stage.actor(Part.client("other"));
            client.letter(1, 1).send().is(0);
            client.close(client.queue).is(0);
            stage.tryGrant(other, GrantKind.USE_QUEUE, stage.queue(), 1).is(ErrorCode.NO_RESOURCE);
            server.receive().is(MessageLayout.RECEIVED_MESSAGE);
            stage.tryGrant(other, GrantKind.USE_QUEUE, stage.queue(), Stage.SLOTS).get();
        });
        suite.that("a call that expires gives its credit back", stage -> {
            stage.server();
            Actor client = stage.client(1);
            client.letter(1, 1).call(Stage.soon()).waits();
            stage.passSoon();
            client.ended("call").is(ErrorCode.DEADLINE);
            client.letter(1, 1).send().is(0);
        });
        suite.that("who asks for a credit is told at once if there is one", stage -> {
            stage.server();
            Actor client = stage.client(1);
            client.awaitCredit().is(1);
            client.isTold();
        });
        suite.that("who asks for a credit is told once when one has come back", stage -> {
            Actor server = stage.server();
            Actor client = stage.client(2);
            client.letter(1, 1).send().is(0);
            client.letter(2, 2).send().is(0);
            client.awaitCredit().is(0);
            client.isTold();
            server.takes();
            client.isTold(Actor.CREDIT_BIT);
            server.takes();
            client.isTold();
        });
        suite.that("a flood by one client does not delay the notice to another", stage -> {
            Actor server = stage.server();
            Actor flood = stage.client(3);
            Actor other = stage.client(Part.client("other").withPriority(5), 1);
            other.letter(1, 1).send().is(0);
            other.awaitCredit().is(0);
            for (int i = 0; i < 3; i++) {
                flood.letter(2, 2).send().is(0);
            }
            server.takes();
            other.isTold(Actor.CREDIT_BIT);
        });
        suite.that("nobody can await the credit of a service that was given up", stage -> {
            stage.server();
            Actor client = stage.client(1);
            client.letter(1, 1).send().is(0);
            client.awaitCredit().is(0);
            stage.giveUp();
            client.isTold(Actor.CREDIT_BIT);
            client.awaitCredit().is(ErrorCode.OFFLINE);
        });
    }

    private static long partnerQueue(Stage stage, Actor partner) {
        long queue = stage.queue(2, Part.CLIENT_RANK);
        stage.serving(partner, queue);
        return queue;
    }
}
