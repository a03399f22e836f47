package org.bulkhead.servers.conformance;

import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;

/** Numbers at and beyond their limits. */
final class Bounds {
    private Bounds() {}

    static void add(Suite suite) {
        suite.that("a payload of no bytes is a message", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            server.receive().waits();
            client.letter(5, 0).length(0).call().waits();
            long token = server.token();
            Failure.unlessEqual("operation", 5, server.operation());
            server.letter(6, 0).length(0).reply(token).is(0);
            client.ended("call").is(0);
            Failure.unlessEqual("operation", 6, client.operation());
        });
        suite.that("a payload of 97 bytes is refused", stage -> {
            stage.server();
            Actor client = stage.client();
            client.letter(1, 1).length(MessageLayout.PAYLOAD_SIZE + 1).call().is(ErrorCode.BAD_ARGUMENT);
            client.letter(1, 1).length(0xFFFF).send().is(ErrorCode.BAD_ARGUMENT);
        });
        suite.that("a reply of 97 bytes is refused and can be made again", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call().waits();
            server.receive().is(MessageLayout.RECEIVED_MESSAGE);
            long token = server.token();
            server.letter(1, 1).length(MessageLayout.PAYLOAD_SIZE + 1).reply(token).is(ErrorCode.BAD_ARGUMENT);
            client.ended("call").waits();
            server.letter(2, 2).reply(token).is(0);
            client.ended("call").is(0);
        });
        suite.that("four transfers are taken, five refused", stage -> {
            stage.server();
            Actor client = stage.client();
            client.letter(1, 1);
            for (int i = 0; i < MessageLayout.TRANSFER_LIMIT; i++) {
                client.lendReadable(client.data(), 8);
            }
            client.count(MessageLayout.TRANSFER_LIMIT + 1).send().is(ErrorCode.BAD_ARGUMENT);
            client.count(MessageLayout.TRANSFER_LIMIT).send().is(0);
        });
        suite.that("a number of transfers goes with a list, and a list with a number", stage -> {
            stage.server();
            Actor client = stage.client();
            client.letter(1, 1).count(1).does("send", SystemCall.SEND, client.queue, client.message(), 0).is(ErrorCode.BAD_ARGUMENT);
            client.letter(1, 1).does("send", SystemCall.SEND, client.queue, client.message(), client.transfers()).is(ErrorCode.BAD_ARGUMENT);
        });
        suite.that("a flag or a kind of transfer that nobody knows is refused", stage -> {
            stage.server();
            Actor client = stage.client();
            client.letter(1, 1).flags(0x80).call().is(ErrorCode.BAD_ARGUMENT);
            client.letter(1, 1).transfer(4, 0, client.data(), 8).call().is(ErrorCode.BAD_ARGUMENT);
            client.letter(1, 1).transfer(0, 0, client.data(), 8).call().is(ErrorCode.BAD_ARGUMENT);
        });
        suite.that("handles need the end of the payload", stage -> {
            stage.server();
            Actor client = stage.client();
            long spare = client.copy(client.queue, -1).get();
            client.letter(1, 1).length(MessageLayout.PAYLOAD_SIZE - 15).give(spare).send().is(ErrorCode.BAD_ARGUMENT);
            client.letter(1, 1).length(MessageLayout.PAYLOAD_SIZE - 16).give(spare).send().is(0);
        });
        suite.that("a queue has 2 to 256 slots", stage -> {
            stage.does("queue-create", SystemCall.QUEUE_CREATE, 1, 0).is(ErrorCode.BAD_ARGUMENT);
            stage.does("queue-create", SystemCall.QUEUE_CREATE, 257, 0).is(ErrorCode.BAD_ARGUMENT);
            stage.does("queue-create", SystemCall.QUEUE_CREATE, -1, 0).is(ErrorCode.BAD_ARGUMENT);
            stage.queue(2, 0);
            stage.queue(256, 0);
        });
        suite.that("the slots of all queues are bounded", stage -> {
            stage.queue(256, 0);
            stage.does("queue-create", SystemCall.QUEUE_CREATE, 256, 0).is(ErrorCode.NO_RESOURCE);
        });
        suite.that("an isolate's queues have 64 slots together, and at most its rank", stage -> {
            Actor client = stage.client();
            client.does("queue-create", SystemCall.QUEUE_CREATE, 65, 0).is(ErrorCode.NO_RESOURCE);
            client.does("queue-create", SystemCall.QUEUE_CREATE, 2, Part.CLIENT_RANK + 1).is(ErrorCode.NO_RIGHT);
            client.does("queue-create", SystemCall.QUEUE_CREATE, 2, 256).is(ErrorCode.BAD_ARGUMENT);
            client.does("queue-create", SystemCall.QUEUE_CREATE, 64, 0).get();
            client.does("queue-create", SystemCall.QUEUE_CREATE, 2, 0).is(ErrorCode.NO_RESOURCE);
        });
        suite.that("a system call that does not exist is refused", stage -> {
            Actor client = stage.client();
            client.does("call no. 31", 31).is(ErrorCode.NO_SUCH_CALL);
            client.does("call beyond the last", SystemCall.COUNT).is(ErrorCode.NO_SUCH_CALL);
            client.does("call no. -1", -1).is(ErrorCode.NO_SUCH_CALL);
        });
        suite.that("timers have bits 0 to 63, and periods from 1 ms on", stage -> {
            Actor client = stage.client();
            client.does("timer", SystemCall.TIMER, 64, 1, 0).is(ErrorCode.BAD_ARGUMENT);
            client.does("timer", SystemCall.TIMER, -1, 1, 0).is(ErrorCode.BAD_ARGUMENT);
            client.does("timer", SystemCall.TIMER, 0, 1, 999_999).is(ErrorCode.BAD_ARGUMENT);
            client.does("timer", SystemCall.TIMER, 0, -1, 0).is(ErrorCode.BAD_ARGUMENT);
            client.does("timer", SystemCall.TIMER, 63, Stage.in(1000), 1_000_000).is(0);
        });
    }
}
