package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;

/** Handles in messages: they are in one place at a time, and a refused operation leaves them with the sender. */
final class Transfers {
    private static final int TABLE = 64;

    private Transfers() {}

    static void add(Suite suite) {
        suite.that("a handle moves with a message and is gone at the sender", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long spare = client.copy(client.queue, -1).get();
            server.receive().waits();
            client.letter(1, 1).give(spare).send().is(0);
            server.ended("receive").is(MessageLayout.RECEIVED_MESSAGE);
            client.close(spare).is(ErrorCode.STALE_HANDLE);
            long moved = server.handle(0);
            server.letter(4, 4).does("send", SystemCall.SEND, moved, server.message(), 0).is(0);
            server.takes();
            server.sees(4, 4);
        });
        suite.that("four handles arrive in their order", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1);
            for (int bit = 0; bit < MessageLayout.TRANSFER_LIMIT; bit++) {
                client.give(stage.notification(client, server, 1L << bit));
            }
            client.call().waits();
            server.takes();
            long[] moved = new long[MessageLayout.TRANSFER_LIMIT];
            for (int i = 0; i < moved.length; i++) {
                moved[i] = server.handle(i);
            }
            for (int bit = 0; bit < moved.length; bit++) {
                server.does("notify", SystemCall.NOTIFY, moved[bit], 1L << bit).is(0);
            }
            server.isTold(0, 1, 2, 3);
        });
        suite.that("handles arrive beside leases, counted apart", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.setDatum(0, 1234);
            long bell = stage.notification(client, server, 1);
            client.letter(1, 1).lendReadable(client.data(), 8).give(bell).call().waits();
            long token = server.takes();
            long moved = server.handle(0);
            Failure.unlessEqual("handles", 1, server.peek(0) >>> Byte.SIZE * MessageLayout.FLAGS + MessageLayout.HANDLES_SHIFT & 7);
            server.leaseRead(token, 0, 0, server.data(), 8).is(0);
            Failure.unlessEqual("lent", 1234, server.datum(0));
            server.does("notify", SystemCall.NOTIFY, moved, 1).is(0);
        });
        suite.that("a handle given twice is refused and stays", stage -> {
            stage.server();
            Actor client = stage.client();
            long spare = client.copy(client.queue, -1).get();
            client.letter(1, 1).give(spare).give(spare).send().is(ErrorCode.BAD_HANDLE);
            client.close(spare).is(0);
        });
        suite.that("a bad handle among good ones leaves all with the sender", stage -> {
            stage.server();
            Actor client = stage.client();
            long spare = client.copy(client.queue, -1).get();
            client.letter(1, 1).give(spare).give(TABLE - 1).send().is(ErrorCode.BAD_HANDLE);
            client.letter(1, 1).give(spare).give(0).send().is(ErrorCode.WRONG_KIND);
            client.letter(1, 1).give(spare).lendReadable(-8, 8).send().is(ErrorCode.BAD_ADDRESS);
            client.close(spare).is(0);
        });
        suite.that("a send without credit leaves the handles with the sender", stage -> {
            stage.server();
            Actor client = stage.client(1);
            client.letter(1, 1).send().is(0);
            long spare = client.copy(client.queue, -1).get();
            client.letter(1, 1).give(spare).send().is(ErrorCode.NO_CREDIT);
            client.close(spare).is(0);
        });
        suite.that("a request that may be repeated carries no handles", stage -> {
            stage.server();
            Actor client = stage.client();
            long spare = client.copy(client.queue, -1).get();
            client.letter(1, 1).give(spare).idempotent().call().is(ErrorCode.BAD_ARGUMENT);
            client.close(spare).is(0);
        });
        suite.that("the handle that it is sent by can travel itself", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).give(client.queue).send().is(0);
            client.letter(2, 2).send().is(ErrorCode.STALE_HANDLE);
            server.takes();
            long moved = server.handle(0);
            server.letter(3, 3).does("send", SystemCall.SEND, moved, server.message(), 0).is(0);
        });
        suite.that("a receiver whose table is full leaves the message in the queue", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long bell = stage.notification(server, client, 1);
            long copy = 0;
            for (Result result = server.copy(bell, -1); result.value() >= 0; result = server.copy(bell, -1)) {
                copy = result.get();
            }
            server.copy(bell, -1).is(ErrorCode.NO_RESOURCE);
            client.letter(1, 1).give(client.copy(client.queue, -1).get()).send().is(0);
            server.receive().is(ErrorCode.NO_RESOURCE);
            server.close(copy).is(0);
            server.takes();
            server.sees(1, 1);
        });
        suite.that("a handle on its way outlives its sender", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long bell = stage.notification(client, server, 2);
            client.letter(1, 1).give(bell).send().is(0);
            stage.kill(client);
            server.takes();
            long moved = server.handle(0);
            server.does("notify", SystemCall.NOTIFY, moved, 2).is(0);
            server.isTold(1);
        });
        suite.that("a handle in a message that ends in the queue is closed", stage -> {
            stage.server();
            Actor client = stage.client(1);
            Actor other = stage.actor(Part.client("other"));
            long side = stage.queue(2, Part.SERVER_RANK);
            long spare = stage.connect(client, side, 2);
            client.letter(1, 1).give(spare).call(Stage.soon()).waits();
            stage.passSoon();
            client.ended("call").is(ErrorCode.DEADLINE);
            client.close(spare).is(ErrorCode.STALE_HANDLE);
            stage.tryGrant(other, GrantKind.USE_QUEUE, side, 2).get();
        });
        suite.that("a reply brings handles", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call().waits();
            long token = server.takes();
            long bell = stage.notification(server, server, 8);
            server.letter(2, 2).give(bell).reply(token).is(0);
            server.close(bell).is(ErrorCode.STALE_HANDLE);
            client.ended("call").is(0);
            long moved = client.handle(0);
            client.does("notify", SystemCall.NOTIFY, moved, 8).is(0);
            server.isTold(3);
        });
        suite.that("a reply with a bad handle is refused, and the call stays", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call().waits();
            long token = server.takes();
            long bell = stage.notification(server, server, 8);
            server.letter(2, 2).give(bell).give(TABLE - 1).reply(token).is(ErrorCode.BAD_HANDLE);
            server.letter(2, 2).lendReadable(server.data(), 8).reply(token).is(ErrorCode.BAD_ARGUMENT);
            client.ended("call").waits();
            server.letter(2, 2).give(bell).reply(token).is(0);
            client.ended("call").is(0);
        });
        suite.that("a reply to a void token leaves the handles with the server", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call(Stage.soon()).waits();
            long token = server.takes();
            stage.passSoon();
            client.ended("call").is(ErrorCode.DEADLINE);
            long bell = stage.notification(server, server, 8);
            server.letter(2, 2).give(bell).reply(token).is(ErrorCode.TOKEN_VOID);
            server.close(bell).is(0);
        });
        suite.that("handles in the reply to a submitted call wait to be collected", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long ticket = client.letter(1, 1).submit().get();
            long token = server.takes();
            long bell = stage.notification(server, server, 8);
            server.letter(2, 2).give(bell).does("reply", SystemCall.REPLY_AND_RECEIVE, token, server.message(), 0, Nucleus.FOREVER, server.transfers()).waits();
            client.collect(ticket).is(0);
            long moved = client.handle(0);
            client.does("notify", SystemCall.NOTIFY, moved, 8).is(0);
            server.ended("receive").is(MessageLayout.RECEIVED_NOTIFICATION);
        });
    }
}
