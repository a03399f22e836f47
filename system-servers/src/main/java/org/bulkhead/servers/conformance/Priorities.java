package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.SystemCall;

/** Who comes first: in queues, and for the processor. */
final class Priorities {
    private static final int SPIN_MILLIS = 12;

    private Priorities() {}

    static void add(Suite suite) {
        suite.that("the message of the higher priority comes first", stage -> {
            Actor server = stage.server();
            Actor low = stage.client(Part.client("low").withPriority(3), 2);
            Actor high = stage.client(Part.client("high").withPriority(5), 2);
            low.letter(1, 1).call().waits();
            high.letter(2, 2).send().is(0);
            high.letter(3, 3).call().waits();
            server.takes();
            server.sees(2, 2);
            server.takes();
            server.sees(3, 3);
            server.takes();
            server.sees(1, 1);
        });
        suite.that("a receive from all queues takes the highest priority of all", stage -> {
            Actor server = stage.server();
            Actor low = stage.client(Part.client("low").withPriority(3), 1);
            low.letter(1, 1).send().is(0);
            Actor high = stage.actor(Part.client("high").withPriority(5));
            long other = stage.queue(2, Part.SERVER_RANK);
            stage.serving(server, other);
            stage.connected(high, other, 1).letter(2, 2).send().is(0);
            server.takes();
            server.sees(2, 2);
        });
        suite.that("a server runs at the priority of its caller", stage -> {
            Actor server = stage.server();
            Actor caller = stage.client();
            Actor busy = stage.actor(Part.client("busy").withPriority(3));
            server.receive().waits();
            caller.letter(1, 1).begins(SystemCall.CALL, caller.queue, caller.message(), 0, Nucleus.FOREVER);
            busy.begins(Deed.SPIN, Stage.in(SPIN_MILLIS));
            stage.settle();
            server.isBefore(busy);
        });
        suite.that("the highest of those who wait is what counts, and what is lent is shown", stage -> {
            Actor server = stage.server();
            Actor low = stage.client(Part.client("low").withPriority(3), 1);
            Actor high = stage.client(Part.client("high").withPriority(5), 1);
            low.letter(1, 1).call().waits();
            Failure.unlessEqual("with one caller", 3, stage.status(server, IsolateInfo::currentPriority));
            high.letter(2, 2).call().waits();
            Failure.unlessEqual("with two", 5, stage.status(server, IsolateInfo::currentPriority));
            long token = server.takes();
            server.letter(0, 0).reply(token).is(0);
            Failure.unlessEqual("with the lower one", 3, stage.status(server, IsolateInfo::currentPriority));
            Failure.unlessEqual("its own", 2, stage.status(server, IsolateInfo::priority));
        });
        suite.that("the priority that was lent ends with the reply", stage -> {
            Actor server = stage.server();
            Actor caller = stage.client();
            Actor busy = stage.actor(Part.client("busy").withPriority(3));
            caller.letter(1, 1).call().waits();
            long token = server.takes();
            server.letter(0, 0).reply(token).is(0);
            server.begins(SystemCall.NULL);
            busy.begins(Deed.SPIN, Stage.in(2));
            stage.settle();
            busy.isBefore(server);
        });
        suite.that("the priority that was lent ends with the deadline and with the caller's death", stage -> {
            Actor server = stage.server();
            Actor caller = stage.client();
            Actor mortal = stage.client();
            Actor busy = stage.actor(Part.client("busy").withPriority(3));
            caller.letter(1, 1).call(Stage.soon()).waits();
            mortal.letter(1, 1).call().waits();
            server.takes();
            stage.passSoon();
            stage.kill(mortal);
            server.begins(SystemCall.NULL);
            busy.begins(Deed.SPIN, Stage.in(2));
            stage.settle();
            busy.isBefore(server);
        });
        suite.that("a priority is passed on along a chain of calls", stage -> {
            Actor bottom = stage.server(Part.server("bottom").withRank(1).withPriority(1));
            Actor middle = stage.client(Part.client("middle").withRank(4).withPriority(2), 1);
            Actor top = stage.actor(Part.client("top"));
            Actor busy = stage.actor(Part.client("busy").withPriority(3));
            long served = chain(stage, middle, top);
            bottom.receive().waits();
            top.letter(1, 1).call().waits();
            middle.receive(served, Nucleus.FOREVER).is(0);
            middle.letter(2, 2).begins(SystemCall.CALL, middle.queue, middle.message(), 0, Nucleus.FOREVER);
            busy.begins(Deed.SPIN, Stage.in(SPIN_MILLIS));
            stage.settle();
            bottom.isBefore(busy);
        });
        suite.that("a request in a queue rises with its caller", stage -> {
            Actor bottom = stage.server(Part.server("bottom").withRank(1).withPriority(1));
            Actor middle = stage.client(Part.client("middle").withRank(4).withPriority(2), 1);
            Actor rival = stage.client(Part.client("rival").withPriority(3), 1);
            Actor top = stage.actor(Part.client("top").withPriority(5));
            chain(stage, middle, top);
            rival.letter(1, 1).call().waits();
            middle.letter(2, 2).call().waits();
            top.letter(3, 3).call().waits();
            bottom.takes();
            bottom.sees(2, 2);
        });
        suite.that("a submitted call lends no priority", stage -> {
            Actor server = stage.server();
            Actor caller = stage.client();
            Actor busy = stage.actor(Part.client("busy").withPriority(3));
            caller.letter(1, 1).submit().get();
            server.takes();
            server.begins(SystemCall.NULL);
            busy.begins(Deed.SPIN, Stage.in(2));
            stage.settle();
            busy.isBefore(server);
        });
        suite.that("isolates of the same priority take turns", stage -> {
            Actor first = stage.client();
            Actor second = stage.client();
            first.begins(Deed.SPIN, Stage.in(200));
            second.begins(Deed.SPIN, Stage.in(20));
            stage.settle();
            second.isBefore(first);
        });
    }

    /** Lets the middle serve a queue that the top calls; returns the middle's handle to it. */
    private static long chain(Stage stage, Actor middle, Actor top) {
        long upper = stage.queue(2, 4);
        long served = stage.grant(middle, GrantKind.SERVE_QUEUE, upper, 0);
        stage.connected(top, upper, 1);
        return served;
    }
}
