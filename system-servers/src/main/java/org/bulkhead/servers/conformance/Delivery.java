package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;

/** What is sent arrives, once, unchanged and in order. */
final class Delivery {
    private static final int MESSAGE = MessageLayout.RECEIVED_MESSAGE;
    private static final int NOTIFICATION = MessageLayout.RECEIVED_NOTIFICATION;

    private Delivery() {}

    static void add(Suite suite) {
        suite.that("a request reaches a server that waits", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            server.receive().waits();
            client.letter(7, 1234).call().waits();
            server.ended("receive").is(MESSAGE);
            server.sees(7, 1234);
        });
        suite.that("a request waits for a server that is busy", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(7, 1234).call().waits();
            server.receive().is(MESSAGE);
            server.sees(7, 1234);
        });
        suite.that("the nucleus says who sent it: badge, generation, deadline", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            server.receive().waits();
            long deadline = Stage.in(60_000);
            client.letter(1, 1).call(deadline).waits();
            Failure.unlessEqual("badge", Stage.FIRST_BADGE, server.badge());
            Failure.unlessEqual("generation", stage.status(client, IsolateInfo::generation), server.peek(MessageLayout.BADGE) >>> Integer.SIZE);
            Failure.unlessEqual("deadline", deadline, server.peek(MessageLayout.DEADLINE));
        });
        suite.that("what a sender writes in the nucleus's fields does not arrive", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            server.receive().waits();
            client.letter(1, 1);
            client.poke(MessageLayout.TOKEN, -1);
            client.poke(MessageLayout.BADGE, -1);
            client.send().is(0);
            Failure.unlessEqual("token", 0, server.token());
            Failure.unlessEqual("badge", Stage.FIRST_BADGE, server.badge());
        });
        suite.that("the reply reaches the caller, who goes on", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            server.receive().waits();
            client.letter(7, 1234).call().waits();
            long token = server.token();
            server.letter(3, 5678).reply(token).is(0);
            client.ended("call").is(0);
            client.sees(3, 5678);
            Failure.unlessEqual("token in the reply", 0, client.token());
        });
        suite.that("all 96 bytes arrive unchanged, both ways", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 0).length(MessageLayout.PAYLOAD_SIZE);
            fill(client, 3);
            client.call().waits();
            server.receive().is(MESSAGE);
            expectFilled(server, 3);
            long token = server.token();
            server.letter(0, 0).length(MessageLayout.PAYLOAD_SIZE);
            fill(server, 5);
            server.reply(token).is(0);
            client.ended("call").is(0);
            expectFilled(client, 5);
        });
        suite.that("messages of one client arrive in order", stage -> {
            Actor server = stage.server();
            Actor client = stage.client(Stage.SLOTS);
            for (int i = 1; i <= Stage.SLOTS; i++) {
                client.letter(i, i).send().is(0);
            }
            for (int i = 1; i <= Stage.SLOTS; i++) {
                server.receive().is(MESSAGE);
                server.sees(i, i);
            }
            server.poll().is(ErrorCode.DEADLINE);
        });
        suite.that("messages of two clients arrive in the order of sending", stage -> {
            Actor server = stage.server();
            Actor first = stage.client();
            Actor second = stage.client();
            first.letter(1, 1).send().is(0);
            second.letter(2, 2).send().is(0);
            first.letter(3, 3).send().is(0);
            second.letter(4, 4).call().waits();
            for (int i = 1; i <= Stage.SLOTS; i++) {
                server.receive().is(MESSAGE);
                server.sees(i, i);
            }
        });
        suite.that("requests may be answered in any order", stage -> {
            Actor server = stage.server();
            Actor first = stage.client();
            Actor second = stage.client();
            first.letter(1, 1).call().waits();
            second.letter(2, 2).call().waits();
            server.receive().is(MESSAGE);
            long one = server.token();
            server.receive().is(MESSAGE);
            long two = server.token();
            server.letter(0, 22).reply(two).is(0);
            first.ended("call").waits();
            second.ended("call").is(0);
            second.sees(0, 22);
            server.letter(0, 11).reply(one).is(0);
            first.ended("call").is(0);
            first.sees(0, 11);
        });
        suite.that("reply-and-receive takes the next request", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call().waits();
            server.receive().is(MESSAGE);
            long token = server.token();
            server.letter(0, 9).does("reply-and-receive", SystemCall.REPLY_AND_RECEIVE, token, server.message(), 0, Nucleus.FOREVER).waits();
            client.ended("call").is(0);
            client.sees(0, 9);
            client.letter(2, 2).call().waits();
            server.ended("reply-and-receive").is(MESSAGE);
            server.sees(2, 2);
            if (server.token() == token) {
                throw new Failure("token of the next service", "another", "the same");
            }
        });
        suite.that("a refused request ends so, and counts against its sender", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call().waits();
            server.refuse(server.takes()).is(0);
            client.ended("call").is(ErrorCode.REFUSED);
            Failure.unlessEqual("refusals", 1, stage.status(client, IsolateInfo::refusals));
        });
        suite.that("a sent message has no token and frees its slot on arrival", stage -> {
            Actor server = stage.server();
            Actor client = stage.client(1);
            client.letter(1, 1).send().is(0);
            server.receive().is(MESSAGE);
            Failure.unlessEqual("token", 0, server.token());
            client.letter(2, 2).send().is(0);
        });
        suite.that("a receive from one queue leaves those in another", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long other = stage.queue(2, Part.SERVER_RANK);
            long first = server.queue;
            stage.serving(server, other);
            long second = server.queue;
            client.letter(1, 1).send().is(0);
            stage.connected(client, other, 1).letter(2, 2).send().is(0);
            server.receive(second, Nucleus.FOREVER).is(MESSAGE);
            server.sees(2, 2);
            server.receive(first, Nucleus.FOREVER).is(MESSAGE);
            server.sees(1, 1);
        });
        suite.that("notifications coalesce and come before messages", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long itself = stage.notification(server, server, 7);
            server.does("notify", SystemCall.NOTIFY, itself, 1).is(0);
            server.does("notify", SystemCall.NOTIFY, itself, 4).is(0);
            client.letter(1, 1).send().is(0);
            server.receive().is(NOTIFICATION);
            Failure.unlessEqual("bits", 5, server.content());
            server.receive().is(MESSAGE);
        });
        suite.that("who waits for notifications only gets no message", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long bell = stage.notification(client, server, 1);
            server.receive(SystemCall.NOTIFICATIONS_ONLY, Nucleus.FOREVER).waits();
            client.letter(1, 1).send().is(0);
            server.ended("receive").waits();
            client.does("notify", SystemCall.NOTIFY, bell, 1).is(0);
            server.ended("receive").is(NOTIFICATION);
        });
        suite.that("a timer notifies when its time has come", stage -> {
            Actor server = stage.server();
            server.does("timer", SystemCall.TIMER, 9, Stage.soon(), 0).is(0);
            server.poll().is(ErrorCode.DEADLINE);
            server.receive().waits();
            stage.awaits(server, "receive").is(NOTIFICATION);
            Failure.unlessEqual("bits", 1 << 9, server.content());
        });
    }

    private static void fill(Actor actor, int factor) {
        for (int at = 0; at < MessageLayout.PAYLOAD_SIZE; at += Long.BYTES) {
            actor.poke(MessageLayout.PAYLOAD + at, pattern(at, factor));
        }
    }

    private static void expectFilled(Actor actor, int factor) {
        for (int at = 0; at < MessageLayout.PAYLOAD_SIZE; at += Long.BYTES) {
            Failure.unlessEqual("payload at " + at, pattern(at, factor), actor.peek(MessageLayout.PAYLOAD + at));
        }
    }

    private static long pattern(int at, int factor) {
        return 0x0101_0101_0101_0101L * (at + factor);
    }
}
