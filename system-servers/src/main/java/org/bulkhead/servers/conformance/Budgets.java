package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;

/** Who takes too long. */
final class Budgets {
    private Budgets() {}

    static void add(Suite suite) {
        suite.that("an endless loop ends with CPU_BUDGET", stage -> {
            Actor looping = stage.actor(Part.client("looping").withRunMillis(100));
            looping.does("loop", Deed.LOOP).dies();
            stage.death(looping).is(DeathReason.CPU_BUDGET);
        });
        suite.that("a request that is served for too long ends its server with REQUEST_OVERDUE", stage -> {
            Actor server = stage.server(Part.server("server").withRequestMillis(100));
            Actor client = stage.client();
            client.letter(7, 7).call().waits();
            server.takes();
            stage.pass(200);
            stage.death(server).is(DeathReason.REQUEST_OVERDUE, 7);
            client.ended("call").is(ErrorCode.PEER_DIED_IN_SERVICE);
        });
        suite.that("a request that is queued for too long ends its server with QUEUE_OVERDUE", stage -> {
            Actor server = stage.server(Part.server("server").withQueuedMillis(100));
            Actor client = stage.client();
            server.poll().is(ErrorCode.DEADLINE);
            client.letter(7, 7).call().waits();
            stage.pass(200);
            stage.death(server).is(DeathReason.QUEUE_OVERDUE, 7);
            client.ended("call").waits();
            stage.server().takes();
        });
        suite.that("a server that has not begun to receive is not to blame for what is queued", stage -> {
            Actor server = stage.server(Part.server("server").withQueuedMillis(100));
            Actor client = stage.client();
            client.letter(7, 7).call().waits();
            stage.pass(200);
            Failure.unlessEqual("readiness", 0, stage.status(server, info -> info.ready() ? 1 : 0));
            server.takes();
            server.sees(7, 7);
            Failure.unlessEqual("readiness", 1, stage.status(server, info -> info.ready() ? 1 : 0));
        });
        suite.that("a share that is used up waits for the next period", stage -> {
            Actor hungry = stage.actor(Part.client("hungry").withPriority(5).withPercent(5));
            Actor modest = stage.client();
            hungry.begins(Deed.SPIN, Stage.in(150));
            modest.begins(Deed.SPIN, Stage.in(30));
            stage.awaits(hungry, "spin").is(0);
            modest.isBefore(hungry);
            if (stage.status(hungry, IsolateInfo::overruns) == 0) {
                throw new Failure("overruns that are counted", "some", "none");
            }
        });
    }
}
