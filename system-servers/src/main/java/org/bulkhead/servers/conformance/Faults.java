package org.bulkhead.servers.conformance;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;

/** What the processor refuses, and what the report of it says. */
final class Faults {
    private static final long NOWHERE = 0x6666_0008L;
    private static final long NOT_CANONICAL = 1L << 60;
    private static final int HEAP = 512 * 1024;
    /** push es, which 64-bit mode does not have. (Intel SDM 2B.) */
    private static final int NO_INSTRUCTION = 0x06;
    private static final int DISK_STATUS_PORT = 0x1F7;

    private Faults() {}

    static void add(Suite suite) {
        suite.that("a read of what is not mapped: WILD_ACCESS with its address", stage -> wild(stage, Deed.LOAD, NOWHERE));
        suite.that("a write to what is not mapped: WILD_ACCESS with its address", stage -> wild(stage, Deed.STORE, NOWHERE));
        suite.that("a read of the nucleus: WILD_ACCESS with its address", stage -> wild(stage, Deed.LOAD, AddressSpaceLayout.IMAGE_START + 16));
        suite.that("a write to the window on all memory: WILD_ACCESS with its address", stage -> wild(stage, Deed.STORE, AddressSpaceLayout.PHYSICAL_WINDOW + 8));
        suite.that("a read just beyond the heap's limit: WILD_ACCESS with its address", stage -> wild(stage, Deed.LOAD, AddressSpaceLayout.HEAP_START + HEAP));
        suite.that("an access across the end of a page: WILD_ACCESS with the page that is missing", stage -> {
            Actor actor = stage.client();
            actor.does("store", Deed.STORE, AddressSpaceLayout.HEAP_START + HEAP - 4, 0).dies();
            stage.death(actor).is(DeathReason.WILD_ACCESS, AddressSpaceLayout.HEAP_START + HEAP);
        });
        suite.that("a write to code: WILD_ACCESS with its address", stage -> {
            Actor actor = stage.client();
            long code = actor.does("find code", Deed.FIND_CODE, 0x55).get();
            actor.does("store", Deed.STORE, code, 0).dies();
            stage.death(actor).is(DeathReason.WILD_ACCESS, code);
        });
        suite.that("execution of data: WILD_ACCESS with its address", stage -> {
            Actor actor = stage.client();
            long data = actor.data();
            actor.does("execute", Deed.EXECUTE, data).dies();
            Death death = stage.death(actor);
            death.is(DeathReason.WILD_ACCESS, data);
            Failure.unlessEqual("instruction", data, death.pc());
        });
        suite.that("an address that is none: WILD_ACCESS", stage -> {
            Actor actor = stage.client();
            actor.does("load", Deed.LOAD, NOT_CANONICAL).dies();
            stage.death(actor).is(DeathReason.WILD_ACCESS, 0);
        });
        suite.that("a privileged instruction: PRIVILEGED_INSTRUCTION with its address", stage -> {
            Actor actor = stage.client();
            actor.does("cli", Deed.DISABLE_INTERRUPTS).dies();
            Death death = stage.death(actor);
            death.is(DeathReason.PRIVILEGED_INSTRUCTION, death.pc());
        });
        suite.that("a port that was not granted: PRIVILEGED_INSTRUCTION with its address", stage -> {
            Actor actor = stage.client();
            actor.does("in", Deed.IN, DISK_STATUS_PORT).dies();
            Death death = stage.death(actor);
            death.is(DeathReason.PRIVILEGED_INSTRUCTION, death.pc());
        });
        suite.that("no instruction: INVALID_INSTRUCTION with its address", stage -> {
            Actor actor = stage.client();
            long code = actor.does("find code", Deed.FIND_CODE, NO_INSTRUCTION).get();
            actor.does("execute", Deed.EXECUTE, code).dies();
            stage.death(actor).is(DeathReason.INVALID_INSTRUCTION, code);
        });
        suite.that("null: NullPointerException", stage -> uncaught(stage, Deed.LOAD, 0, "java.lang.NullPointerException"));
        suite.that("division by zero: ArithmeticException", stage -> uncaught(stage, Deed.DIVIDE, 1, "java.lang.ArithmeticException"));
        suite.that("a stack without end: StackOverflowError", stage -> uncaught(stage, Deed.RECURSE, 0, "java.lang.StackOverflowError"));
        suite.that("an exception that nobody catches: its class and message", stage -> uncaught(stage, Deed.THROW, 0, "java.lang.IllegalStateException: as it was told"));
        suite.that("a fault in the middle of a service tells the caller, and nobody else notices", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            Actor other = stage.client();
            client.letter(9, 9).call().waits();
            server.takes();
            other.letter(8, 8).call().waits();
            server.does("store", Deed.STORE, NOWHERE, 0).dies();
            client.ended("call").is(ErrorCode.PEER_DIED_IN_SERVICE);
            Actor successor = stage.server();
            long token = successor.takes();
            successor.letter(0, 0).reply(token).is(0);
            other.ended("call").is(0);
        });
    }

    private static void wild(Stage stage, int deed, long address) {
        Actor actor = stage.client();
        actor.does("access", deed, address, 0).dies();
        stage.death(actor).is(DeathReason.WILD_ACCESS, address);
    }

    private static void uncaught(Stage stage, int deed, long argument, String text) {
        Actor actor = stage.client();
        actor.does("deed", deed, argument, 0).dies();
        Death death = stage.death(actor);
        death.is(DeathReason.UNCAUGHT_EXCEPTION);
        death.says(text);
    }
}
