package org.bulkhead.servers.conformance;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.MessageLayout;

/** Memory lent with a request, at every edge. */
final class Leases {
    private static final int WORD = 8;
    private static final int LENGTH = 24;
    private static final int PAGE = 4096;
    private static final int COPY_LIMIT = 256 * 1024;

    private Leases() {}

    static void add(Suite suite) {
        suite.that("what is lent for reading can be copied from", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.setDatum(0, 111);
            client.setDatum(2, 333);
            client.letter(1, 1).lendReadable(client.data(), LENGTH).call().waits();
            long token = server.takes();
            server.leaseRead(token, 0, 0, server.data(), LENGTH).is(0);
            Failure.unlessEqual("first word", 111, server.datum(0));
            Failure.unlessEqual("last word", 333, server.datum(2));
            server.leaseRead(token, 0, 2 * WORD, server.data(), WORD).is(0);
            Failure.unlessEqual("word at an offset", 333, server.datum(0));
        });
        suite.that("what is lent for writing can be copied to", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.setDatum(0, 1);
            client.setDatum(1, 2);
            client.letter(1, 1).lendWritable(client.data(), LENGTH).call().waits();
            long token = server.takes();
            server.setDatum(0, 999);
            server.leaseWrite(token, 0, WORD, server.data(), WORD).is(0);
            server.letter(0, 0).reply(token).is(0);
            client.ended("call").is(0);
            Failure.unlessEqual("word before", 1, client.datum(0));
            Failure.unlessEqual("word written", 999, client.datum(1));
        });
        suite.that("a lease may cross pages", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            int last = 2 * PAGE / WORD;
            client.setDatum(PAGE / WORD - 1, 5);
            client.setDatum(last, 6);
            client.letter(1, 1).lendReadable(client.data() + PAGE - WORD, PAGE + 2 * WORD).call().waits();
            long token = server.takes();
            server.leaseRead(token, 0, 0, server.data() + 3 * WORD, PAGE + 2 * WORD).is(0);
            Failure.unlessEqual("first word", 5, server.datum(3));
            Failure.unlessEqual("last word", 6, server.datum(3 + PAGE / WORD + 1));
        });
        suite.that("no bytes are copied from anywhere in the lease, its end included", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).lendReadable(client.data(), LENGTH).lendReadable(client.data(), 0).call().waits();
            long token = server.takes();
            server.leaseRead(token, 0, LENGTH, server.data(), 0).is(0);
            server.leaseRead(token, 0, LENGTH + 1, server.data(), 0).is(ErrorCode.BAD_LEASE);
            server.leaseRead(token, 1, 0, server.data(), 0).is(0);
            server.leaseRead(token, 1, 0, server.data(), 1).is(ErrorCode.BAD_LEASE);
        });
        suite.that("beyond its end a lease is refused", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).lendReadable(client.data(), LENGTH).call().waits();
            long token = server.takes();
            server.leaseRead(token, 0, 0, server.data(), LENGTH + 1).is(ErrorCode.BAD_LEASE);
            server.leaseRead(token, 0, 2 * WORD, server.data(), WORD + 1).is(ErrorCode.BAD_LEASE);
            server.leaseRead(token, 0, 2 * WORD, server.data(), WORD).is(0);
        });
        suite.that("offsets and lengths that overflow are refused", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).lendReadable(client.data(), LENGTH).call().waits();
            long token = server.takes();
            server.leaseRead(token, 0, Long.MAX_VALUE, server.data(), WORD).is(ErrorCode.BAD_LEASE);
            server.leaseRead(token, 0, WORD, server.data(), Long.MAX_VALUE).is(ErrorCode.BAD_LEASE);
            server.leaseRead(token, 0, -WORD, server.data(), WORD).is(ErrorCode.BAD_LEASE);
            server.leaseRead(token, 0, 0, server.data(), -1).is(ErrorCode.BAD_LEASE);
        });
        suite.that("the wrong direction is refused", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).lendReadable(client.data(), LENGTH).lendWritable(client.data(), LENGTH).call().waits();
            long token = server.takes();
            server.leaseWrite(token, 0, 0, server.data(), WORD).is(ErrorCode.BAD_LEASE);
            server.leaseRead(token, 1, 0, server.data(), WORD).is(ErrorCode.BAD_LEASE);
        });
        suite.that("a lease that was not made does not exist", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).lendReadable(client.data(), LENGTH).call().waits();
            long token = server.takes();
            server.leaseRead(token, 1, 0, server.data(), WORD).is(ErrorCode.BAD_LEASE);
            server.leaseRead(token, MessageLayout.TRANSFER_LIMIT, 0, server.data(), WORD).is(ErrorCode.BAD_LEASE);
            server.leaseRead(token, -1, 0, server.data(), WORD).is(ErrorCode.BAD_LEASE);
        });
        suite.that("leases of the last request in the slot are gone", stage -> {
            Actor server = stage.server();
            Actor client = stage.client(1);
            client.letter(1, 1).lendReadable(client.data(), LENGTH).call().waits();
            long token = server.takes();
            server.letter(0, 0).reply(token).is(0);
            server.leaseRead(token, 0, 0, server.data(), WORD).is(ErrorCode.TOKEN_VOID);
            client.letter(2, 2).call().waits();
            long next = server.takes();
            server.leaseRead(next, 0, 0, server.data(), WORD).is(ErrorCode.BAD_LEASE);
            server.leaseRead(token, 0, 0, server.data(), WORD).is(ErrorCode.TOKEN_VOID);
        });
        suite.that("a lease ends with the deadline", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.setDatum(0, 1);
            client.letter(1, 1).lendWritable(client.data(), LENGTH).call(Stage.soon()).waits();
            long token = server.takes();
            stage.passSoon();
            server.leaseWrite(token, 0, 0, server.data(), WORD).is(ErrorCode.TOKEN_VOID);
            client.ended("call").is(ErrorCode.DEADLINE);
            Failure.unlessEqual("word", 1, client.datum(0));
        });
        suite.that("a range that cannot be the lender's is refused with the request", stage -> {
            stage.server();
            Actor client = stage.client();
            client.letter(1, 1).lendReadable(0, WORD).call().is(ErrorCode.BAD_ADDRESS);
            client.letter(1, 1).lendReadable(-WORD, WORD).call().is(ErrorCode.BAD_ADDRESS);
            client.letter(1, 1).lendReadable(client.data(), -1).call().is(ErrorCode.BAD_ADDRESS);
            client.letter(1, 1).lendReadable(client.data(), AddressSpaceLayout.USER_END).call().is(ErrorCode.BAD_ADDRESS);
            client.letter(1, 1).lendReadable(AddressSpaceLayout.PHYSICAL_WINDOW, WORD).call().is(ErrorCode.BAD_ADDRESS);
        });
        suite.that("who lends what he does not have is not asked for it", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).lendReadable(0x6666_0000L, WORD).lendWritable(AddressSpaceLayout.IMAGE_START, WORD).call().waits();
            long token = server.takes();
            server.leaseRead(token, 0, 0, server.data(), WORD).is(ErrorCode.BAD_LEASE);
            server.leaseWrite(token, 1, 0, server.data(), WORD).is(ErrorCode.BAD_LEASE);
            server.letter(0, 0).reply(token).is(0);
            client.ended("call").is(0);
        });
        suite.that("code can't be lent for writing", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long code = client.does("find code", Deed.FIND_CODE, 0x55).get();
            client.letter(1, 1).lendWritable(code, WORD).lendReadable(code, WORD).call().waits();
            long token = server.takes();
            server.leaseWrite(token, 0, 0, server.data(), WORD).is(ErrorCode.BAD_LEASE);
            server.leaseRead(token, 1, 0, server.data(), WORD).is(0);
            Failure.unlessEqual("byte of code", 0x55, server.datum(0) & 0xFF);
        });
        suite.that("the borrower's memory must be its own", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).lendReadable(client.data(), LENGTH).lendWritable(client.data(), LENGTH).call().waits();
            long token = server.takes();
            server.leaseRead(token, 0, 0, 0x6666_0000L, WORD).is(ErrorCode.BAD_ADDRESS);
            server.leaseRead(token, 0, 0, AddressSpaceLayout.IMAGE_START, WORD).is(ErrorCode.BAD_ADDRESS);
            server.leaseWrite(token, 1, 0, AddressSpaceLayout.PHYSICAL_WINDOW, WORD).is(ErrorCode.BAD_ADDRESS);
        });
        suite.that("one copy moves at most 256 KiB", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).lendReadable(client.data(), 2 * COPY_LIMIT).call().waits();
            server.leaseRead(server.takes(), 0, 0, server.data(), COPY_LIMIT + 1).is(ErrorCode.BAD_ARGUMENT);
        });
        suite.that("what a submitted call lends is lent until its end", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.setDatum(0, 77);
            client.letter(1, 1).lendReadable(client.data(), LENGTH).submit().get();
            long token = server.takes();
            server.leaseRead(token, 0, 0, server.data(), WORD).is(0);
            Failure.unlessEqual("word", 77, server.datum(0));
            server.letter(0, 0).reply(token).is(0);
            server.leaseRead(token, 0, 0, server.data(), WORD).is(ErrorCode.TOKEN_VOID);
        });
    }
}
