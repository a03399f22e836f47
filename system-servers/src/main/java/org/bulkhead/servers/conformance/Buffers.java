package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;

/** Addresses that are not the caller's to use so. */
final class Buffers {
    private static final long UNMAPPED = 0x6666_0000L;
    private static final long NOT_CANONICAL = 1L << 60;
    private static final int PAGE = 4096;

    private Buffers() {}

    static void add(Suite suite) {
        suite.that("a message where nothing is mapped is refused", stage -> refused(stage, UNMAPPED));
        suite.that("a message at address 0 is refused", stage -> refused(stage, 0));
        suite.that("a message in the nucleus's memory is refused", stage -> refused(stage, AddressSpaceLayout.IMAGE_START));
        suite.that("a message in the window on all memory is refused", stage -> refused(stage, AddressSpaceLayout.PHYSICAL_WINDOW));
        suite.that("a message at no address at all is refused", stage -> {
            refused(stage, NOT_CANONICAL);
        });
        suite.that("a message whose end wraps around is refused", stage -> refused(stage, -64));
        suite.that("a message that is not aligned is refused", stage -> {
            stage.server();
            Actor client = stage.client();
            client.letter(1, 1).does("call", SystemCall.CALL, client.queue, client.message() + 4, 0, Nucleus.FOREVER).is(ErrorCode.BAD_ADDRESS);
            client.does("send", SystemCall.SEND, client.queue, client.message() + MessageLayout.SIZE / 2, 0).is(ErrorCode.BAD_ADDRESS);
            client.does("receive", SystemCall.RECEIVE, 0, client.message() + 1, 0).is(ErrorCode.BAD_ADDRESS);
        });
        suite.that("code can be sent from, but not called with or received into", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long code = client.does("find code", Deed.FIND_CODE, 0x55).get() & -PAGE;
            client.does("call", SystemCall.CALL, client.queue, code, 0, Nucleus.FOREVER).is(ErrorCode.BAD_ADDRESS);
            client.does("receive", SystemCall.RECEIVE, 0, code, 0).is(ErrorCode.BAD_ADDRESS);
            server.does("receive", SystemCall.RECEIVE, server.queue, code, Nucleus.FOREVER).is(ErrorCode.BAD_ADDRESS);
        });
        suite.that("a message lies at a multiple of its size, and so never in two pages", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            for (long distance = 8; distance < MessageLayout.SIZE; distance += 8) {
                client.does("send", SystemCall.SEND, client.queue, client.data() + PAGE - distance, 0).is(ErrorCode.BAD_ADDRESS);
                client.does("call", SystemCall.CALL, client.queue, client.data() + PAGE - distance, 0, Nucleus.FOREVER).is(ErrorCode.BAD_ADDRESS);
                server.does("receive", SystemCall.RECEIVE, 0, server.data() + PAGE - distance, Nucleus.FOREVER).is(ErrorCode.BAD_ADDRESS);
            }
            client.does("send", SystemCall.SEND, client.queue, client.data() + PAGE - MessageLayout.SIZE, 0).is(0);
        });
        suite.that("a message may lie at the end of a page, a transfer list across it", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            int at = 2 * PAGE - MessageLayout.SIZE;
            int list = 3 * PAGE - Long.BYTES;
            client.poke(at + MessageLayout.OPERATION, 7 | 8L << 32 | 1L << 48);
            client.poke(at + MessageLayout.PAYLOAD, 1234);
            client.poke(list, MessageLayout.KIND_LEASE_READ);
            client.poke(list + MessageLayout.TRANSFER_ADDRESS, client.data());
            client.poke(list + MessageLayout.TRANSFER_LENGTH, Long.BYTES);
            client.does("call", SystemCall.CALL, client.queue, client.message() + at, client.message() + list, Nucleus.FOREVER).waits();
            server.does("receive", SystemCall.RECEIVE, 0, server.message() + at, Nucleus.FOREVER).is(MessageLayout.RECEIVED_MESSAGE);
            Failure.unlessEqual("content", 1234, server.peek(at + MessageLayout.PAYLOAD));
            long token = server.peek(at + MessageLayout.TOKEN);
            server.leaseRead(token, 0, 0, server.data(), Long.BYTES).is(0);
            server.letter(3, 4321).reply(token).is(0);
            client.ended("call").is(0);
            Failure.unlessEqual("content", 4321, client.peek(at + MessageLayout.PAYLOAD));
        });
        suite.that("a message just behind its own memory is refused", stage -> refused(stage, AddressSpaceLayout.STACK_END));
        suite.that("a message in a page that has not been touched is taken", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long untouched = AddressSpaceLayout.JAVA_HEAP_START + 300 * 1024;
            client.does("send", SystemCall.SEND, client.queue, untouched, 0).is(0);
            server.does("receive", SystemCall.RECEIVE, 0, untouched, Nucleus.FOREVER).is(MessageLayout.RECEIVED_MESSAGE);
        });
        suite.that("a transfer list that cannot be read is refused", stage -> {
            stage.server();
            Actor client = stage.client();
            client.letter(1, 1).count(1).does("send", SystemCall.SEND, client.queue, client.message(), UNMAPPED).is(ErrorCode.BAD_ADDRESS);
            client.does("send", SystemCall.SEND, client.queue, client.message(), AddressSpaceLayout.PHYSICAL_WINDOW).is(ErrorCode.BAD_ADDRESS);
        });
        suite.that("a refused reply leaves the caller waiting", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).call().waits();
            server.receive().is(MessageLayout.RECEIVED_MESSAGE);
            long token = server.token();
            server.does("reply", SystemCall.REPLY, token, UNMAPPED, 0).is(ErrorCode.BAD_ADDRESS);
            server.does("reply", SystemCall.REPLY, token, server.message() + 4, 0).is(ErrorCode.BAD_ADDRESS);
            server.does("reply-and-receive", SystemCall.REPLY_AND_RECEIVE, token, UNMAPPED, 0, Nucleus.FOREVER).is(ErrorCode.BAD_ADDRESS);
            client.ended("call").waits();
            server.letter(2, 2).reply(token).is(0);
            client.ended("call").is(0);
        });
    }

    /** Neither a call nor a send nor a receive takes that address. */
    private static void refused(Stage stage, long address) {
        Actor server = stage.server();
        Actor client = stage.client();
        client.does("call", SystemCall.CALL, client.queue, address, 0, Nucleus.FOREVER).is(ErrorCode.BAD_ADDRESS);
        client.does("send", SystemCall.SEND, client.queue, address, 0).is(ErrorCode.BAD_ADDRESS);
        server.does("receive", SystemCall.RECEIVE, server.queue, address, Nucleus.FOREVER).is(ErrorCode.BAD_ADDRESS);
        client.does("log", SystemCall.LOG, address, 64).is(ErrorCode.BAD_ADDRESS);
    }
}
