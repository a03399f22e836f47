package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.HandleRecord;
import org.bulkhead.nucleus.abi.Rights;
import org.bulkhead.nucleus.abi.SystemCall;

/** Handles and tokens that are stale, forged or of another kind. */
final class Handles {
    private static final int GENERATION = 1 << 8;
    private static final int SIZE = 64;

    private Handles() {}

    static void add(Suite suite) {
        suite.that("an empty place and one beyond the table are no handles", stage -> {
            Actor client = stage.client();
            client.letter(1, 1).does("call", SystemCall.CALL, SIZE - 1, client.message(), 0, Nucleus.FOREVER).is(ErrorCode.BAD_HANDLE);
            client.does("call", SystemCall.CALL, SIZE, client.message(), 0, Nucleus.FOREVER).is(ErrorCode.BAD_HANDLE);
            client.does("call", SystemCall.CALL, -1, client.message(), 0, Nucleus.FOREVER).is(ErrorCode.BAD_HANDLE);
            client.does("call", SystemCall.CALL, client.queue | 1L << 32, client.message(), 0, Nucleus.FOREVER).is(ErrorCode.BAD_HANDLE);
        });
        suite.that("a forged generation is stale", stage -> {
            stage.server();
            Actor client = stage.client();
            client.queue += GENERATION;
            client.letter(1, 1).call().is(ErrorCode.STALE_HANDLE);
            client.send().is(ErrorCode.STALE_HANDLE);
            client.close(client.queue).is(ErrorCode.STALE_HANDLE);
            client.copy(client.queue, -1).is(ErrorCode.STALE_HANDLE);
        });
        suite.that("a handle of another kind is refused", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long bell = stage.notification(client, server, 1);
            client.letter(1, 1).does("call", SystemCall.CALL, 0, client.message(), 0, Nucleus.FOREVER).is(ErrorCode.WRONG_KIND);
            client.does("send", SystemCall.SEND, bell, client.message(), 0).is(ErrorCode.WRONG_KIND);
            client.does("notify", SystemCall.NOTIFY, client.queue, 1).is(ErrorCode.WRONG_KIND);
            client.does("interrupt-done", SystemCall.INTERRUPT_DONE, client.queue).is(ErrorCode.WRONG_KIND);
            client.receive(client.queue, 0).is(ErrorCode.WRONG_KIND);
            server.does("send", SystemCall.SEND, server.queue, server.message(), 0).is(ErrorCode.WRONG_KIND);
        });
        suite.that("a closed handle stays closed when its place has another", stage -> {
            stage.server();
            Actor client = stage.client();
            long copy = client.copy(client.queue, -1).get();
            client.close(copy).is(0);
            client.close(copy).is(ErrorCode.STALE_HANDLE);
            long next = client.copy(client.queue, -1).get();
            Failure.unlessEqual("place", copy & 0xFF, next & 0xFF);
            client.letter(1, 1).does("send", SystemCall.SEND, copy, client.message(), 0).is(ErrorCode.STALE_HANDLE);
            client.does("send", SystemCall.SEND, next, client.message(), 0).is(0);
        });
        suite.that("nobody closes or copies himself", stage -> {
            Actor client = stage.client();
            client.close(0).is(ErrorCode.BAD_ARGUMENT);
            client.copy(0, -1).is(ErrorCode.WRONG_KIND);
        });
        suite.that("a forged token names nothing", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call().waits();
            long token = server.takes();
            server.letter(0, 0).reply(token + (1 << 16)).is(ErrorCode.TOKEN_VOID);
            server.reply(token - (1 << 16)).is(ErrorCode.TOKEN_VOID);
            server.reply(token + 1).is(ErrorCode.TOKEN_VOID);
            server.reply(0).is(ErrorCode.TOKEN_VOID);
            server.reply(-1).is(ErrorCode.TOKEN_VOID);
            server.reply(0xFFFF).is(ErrorCode.TOKEN_VOID);
            client.ended("call").waits();
            server.reply(token).is(0);
        });
        suite.that("another isolate's token is void", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            Actor thief = stage.client();
            client.letter(1, 1).lendReadable(client.data(), 8).call().waits();
            long token = server.takes();
            thief.letter(0, 0).reply(token).is(ErrorCode.TOKEN_VOID);
            thief.refuse(token).is(ErrorCode.TOKEN_VOID);
            thief.leaseRead(token, 0, 0, thief.data(), 8).is(ErrorCode.TOKEN_VOID);
            client.ended("call").waits();
        });
        suite.that("a notification handle has its bits and no others", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long bell = stage.notification(client, server, 6);
            client.does("notify", SystemCall.NOTIFY, bell, 1).is(ErrorCode.BAD_ARGUMENT);
            client.does("notify", SystemCall.NOTIFY, bell, 7).is(ErrorCode.BAD_ARGUMENT);
            client.does("notify", SystemCall.NOTIFY, bell, 4).is(0);
            server.isTold(2);
        });
        suite.that("an isolate is told what its handles name", stage -> {
            stage.server();
            Actor client = stage.client(3);
            client.letter(1, 1).send().is(0);
            long record = client.data();
            client.does("handle-info", SystemCall.HANDLE_INFO, client.queue, record).is(0);
            isTold(client, HandleKind.CONNECTION, Rights.CALL | Rights.SEND | Rights.COPY, false);
            Failure.unlessEqual("credits", 3, client.datum(HandleRecord.A.ordinal()));
            Failure.unlessEqual("credits in use", 1, client.datum(HandleRecord.B.ordinal()));
            long bell = stage.notification(client, client, 12);
            client.does("handle-info", SystemCall.HANDLE_INFO, client.copy(bell, Rights.NOTIFY).get(), record).is(0);
            isTold(client, HandleKind.NOTIFICATION, Rights.NOTIFY, false);
            Failure.unlessEqual("mask", 12, client.datum(HandleRecord.A.ordinal()));
            stage.giveUp();
            client.does("handle-info", SystemCall.HANDLE_INFO, client.queue, record).is(0);
            isTold(client, HandleKind.CONNECTION, Rights.CALL | Rights.SEND | Rights.COPY, true);
            client.does("handle-info", SystemCall.HANDLE_INFO, SIZE - 1, record).is(ErrorCode.BAD_HANDLE);
        });
    }

    private static void isTold(Actor actor, HandleKind kind, int rights, boolean gone) {
        Failure.unlessEqual("kind", kind.ordinal(), actor.datum(HandleRecord.KIND.ordinal()));
        Failure.unlessEqual("rights", rights, actor.datum(HandleRecord.RIGHTS.ordinal()));
        Failure.unlessEqual("gone", gone ? 1 : 0, actor.datum(HandleRecord.STALE.ordinal()));
    }
}
