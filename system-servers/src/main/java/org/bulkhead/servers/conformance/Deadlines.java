package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;

/** Times that have passed, and what comes too late. */
final class Deadlines {
    private static final int MESSAGE = MessageLayout.RECEIVED_MESSAGE;

    private Deadlines() {}

    static void add(Suite suite) {
        suite.that("a deadline in the past is refused, and nothing is queued", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call(0).is(ErrorCode.DEADLINE);
            client.letter(1, 1).call(-1).is(ErrorCode.DEADLINE);
            client.letter(1, 1).call(Nucleus.now()).is(ErrorCode.DEADLINE);
            server.poll().is(ErrorCode.DEADLINE);
        });
        suite.that("a call that expires in the queue leaves it", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call(Stage.soon()).waits();
            stage.passSoon();
            client.ended("call").is(ErrorCode.DEADLINE);
            server.poll().is(ErrorCode.DEADLINE);
        });
        suite.that("a reply to a call that expired in service is dropped", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            server.receive().waits();
            client.letter(1, 1).call(Stage.soon()).waits();
            long token = server.token();
            stage.passSoon();
            client.ended("call").is(ErrorCode.DEADLINE);
            server.letter(5, 5).reply(token).is(ErrorCode.TOKEN_VOID);
            client.sees(1, 1);
        });
        suite.that("a late reply does not answer the next request in the same slot", stage -> {
            Actor server = stage.server();
            Actor client = stage.client(1);
            client.letter(1, 1).call(Stage.soon()).waits();
            server.receive().is(MESSAGE);
            long token = server.token();
            stage.passSoon();
            client.ended("call").is(ErrorCode.DEADLINE);
            for (int i = 0; i < Stage.SLOTS; i++) {
                client.letter(2, 2).call(Stage.soon()).waits();
                server.receive().is(MESSAGE);
                server.letter(5, 5).reply(token).is(ErrorCode.TOKEN_VOID);
                client.ended("call").waits();
                stage.passSoon();
            }
        });
        suite.that("a late reply-and-receive drops the reply and receives", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call(Stage.soon()).waits();
            server.receive().is(MESSAGE);
            long token = server.token();
            stage.passSoon();
            client.letter(2, 2).send().is(0);
            server.letter(5, 5).does("reply-and-receive", SystemCall.REPLY_AND_RECEIVE, token, server.message(), 0, Nucleus.FOREVER).is(MESSAGE);
            server.sees(2, 2);
        });
        suite.that("a receive with a deadline in the past takes what is there, or nothing", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            server.poll().is(ErrorCode.DEADLINE);
            client.letter(1, 1).send().is(0);
            server.poll().is(MESSAGE);
        });
        suite.that("a receive ends when its time has come", stage -> {
            Actor server = stage.server();
            server.receive(0, Stage.soon()).waits();
            stage.passSoon();
            server.ended("receive").is(ErrorCode.DEADLINE);
        });
        suite.that("calls expire in the order of their deadlines", stage -> {
            stage.server();
            Actor late = stage.client();
            Actor early = stage.client();
            late.letter(1, 1).call(Stage.in(300)).waits();
            early.letter(1, 1).call(Stage.soon()).waits();
            stage.passSoon();
            early.ended("call").is(ErrorCode.DEADLINE);
            late.ended("call").waits();
            stage.pass(300);
            late.ended("call").is(ErrorCode.DEADLINE);
        });
    }
}
