package org.bulkhead.servers.conformance;

import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.Rights;
import org.bulkhead.nucleus.abi.SystemCall;

/** Rights only ever shrink. */
final class ShrinkingRights {
    private ShrinkingRights() {}

    static void add(Suite suite) {
        suite.that("a copy has no more than it was given", stage -> {
            stage.server();
            Actor client = stage.client(3);
            long caller = client.copy(client.queue, Rights.CALL).get();
            long sender = client.copy(client.queue, Rights.SEND).get();
            client.letter(1, 1).does("send", SystemCall.SEND, caller, client.message(), 0).is(ErrorCode.NO_RIGHT);
            client.does("call", SystemCall.CALL, sender, client.message(), 0, Long.MAX_VALUE).is(ErrorCode.NO_RIGHT);
            client.does("send", SystemCall.SEND, sender, client.message(), 0).is(0);
            client.does("call", SystemCall.CALL, caller, client.message(), 0, Long.MAX_VALUE).waits();
        });
        suite.that("a copy of a copy does not get back what was left out", stage -> {
            stage.server();
            Actor client = stage.client();
            long sender = client.copy(client.queue, Rights.SEND | Rights.COPY).get();
            long again = client.copy(sender, -1).get();
            client.letter(1, 1).does("call", SystemCall.CALL, again, client.message(), 0, Long.MAX_VALUE).is(ErrorCode.NO_RIGHT);
        });
        suite.that("without the right to copy there is no copy", stage -> {
            stage.server();
            Actor client = stage.client();
            long last = client.copy(client.queue, Rights.CALL | Rights.SEND).get();
            client.copy(last, -1).is(ErrorCode.NO_RIGHT);
        });
        suite.that("a handle that moved has the rights that it had", stage -> {
            Actor server = stage.server();
            Actor client = stage.client(3);
            long sender = client.copy(client.queue, Rights.SEND).get();
            client.letter(1, 1).give(sender).send().is(0);
            server.takes();
            long moved = server.handle(0);
            server.letter(2, 2).does("send", SystemCall.SEND, moved, server.message(), 0).is(0);
            server.copy(moved, -1).is(ErrorCode.NO_RIGHT);
        });
        suite.that("what is served can't be copied", stage -> {
            Actor server = stage.server();
            server.copy(server.queue, -1).is(ErrorCode.WRONG_KIND);
        });
        suite.that("a call goes only to a strictly lower rank, a send anywhere", stage -> {
            stage.server();
            Actor equal = stage.client(Part.client("equal").withRank(Part.SERVER_RANK), 1);
            equal.letter(1, 1).call().is(ErrorCode.WRONG_RANK);
            equal.send().is(0);
            Actor lower = stage.client(Part.client("lower").withRank(1), 1);
            lower.letter(1, 1).call().is(ErrorCode.WRONG_RANK);
            lower.send().is(0);
        });
        suite.that("who does not supervise makes no call of a supervisor's", stage -> {
            Actor client = stage.client();
            for (int number = SystemCall.ISOLATE_CREATE; number < SystemCall.COUNT; number++) {
                client.does("call no. " + number, number, 0, client.data(), 0, 0).is(ErrorCode.NO_RIGHT);
            }
        });
    }
}
