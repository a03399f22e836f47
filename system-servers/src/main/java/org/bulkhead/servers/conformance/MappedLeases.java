package org.bulkhead.servers.conformance;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;

/** Memory lent with a request and mapped: whose pages, until when, and what comes of touching them later. */
final class MappedLeases {
    private static final int PAGE = 4096;
    private static final int READ = MessageLayout.KIND_LEASE_READ;
    private static final int WRITE = MessageLayout.KIND_LEASE_WRITE;

    private MappedLeases() {}

    static void add(Suite suite) {
        suite.that("what is lent for reading can be mapped and read, and a write to it is an exception", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.setDatum(1, 4711);
            client.letter(1, 1).lendReadable(client.data(), 2 * PAGE).call().waits();
            long token = server.takes();
            long address = map(server, token, READ, 2 * PAGE).get();
            load(server, address + Long.BYTES).is(4711);
            store(server, address, 1).is(Deed.NOT_MAPPED);
            load(server, address + 2 * PAGE).is(Deed.NOT_MAPPED);
            map(server, token, READ, 2 * PAGE).is(address);
        });
        suite.that("what is written to a mapped lease is there when the reply comes", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).lendWritable(client.data(), PAGE).call().waits();
            long token = server.takes();
            long address = map(server, token, WRITE, PAGE).get();
            store(server, address + Long.BYTES, 815).is(0);
            server.letter(0, 0).reply(token).is(0);
            client.ended("call").is(0);
            Failure.unlessEqual("word written", 815, client.datum(1));
            load(server, address).is(Deed.NOT_MAPPED);
        });
        suite.that("a mapped lease ends with the deadline, and touching it is an exception in the server alone", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).lendWritable(client.data(), PAGE).call(Stage.soon()).waits();
            long address = map(server, server.takes(), WRITE, PAGE).get();
            store(server, address, 1).is(0);
            stage.passSoon();
            client.ended("call").is(ErrorCode.DEADLINE);
            store(server, address, 2).is(Deed.NOT_MAPPED);
            load(server, address).is(Deed.NOT_MAPPED);
            Failure.unlessEqual("word written in time", 1, client.datum(0));
        });
        suite.that("a mapped lease ends when the caller cancels", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            long ticket = client.letter(1, 1).lendWritable(client.data(), PAGE).submit().get();
            long address = map(server, server.takes(), WRITE, PAGE).get();
            client.cancel(ticket).is(0);
            store(server, address, 2).is(Deed.NOT_MAPPED);
        });
        suite.that("a mapped lease ends with the death of the lender", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).lendReadable(client.data(), PAGE).call().waits();
            long address = map(server, server.takes(), READ, PAGE).get();
            stage.kill(client);
            load(server, address).is(Deed.NOT_MAPPED);
        });
        suite.that("after the death of the server its successor maps the same pages", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).lendWritable(client.data(), PAGE).idempotent().call().waits();
            long address = map(server, server.takes(), WRITE, PAGE).get();
            store(server, address, 1).is(0);
            stage.kill(server);
            Actor successor = stage.server();
            long token = successor.takes();
            address = map(successor, token, WRITE, PAGE).get();
            load(successor, address).is(1);
            store(successor, address, 2).is(0);
            successor.letter(0, 0).reply(token).is(0);
            client.ended("call").is(0);
            Failure.unlessEqual("word written", 2, client.datum(0));
        });
        suite.that("pages that a server sees cannot be given back, and can afterwards", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.setDatum(0, 3);
            client.letter(1, 1).lendReadable(client.data(), PAGE).submit().get();
            long token = server.takes();
            long address = map(server, token, READ, PAGE).get();
            client.does("release-memory", SystemCall.RELEASE_MEMORY, client.data(), PAGE).is(0);
            load(server, address).is(3);
            Failure.unlessEqual("word of a page that was not given back", 3, client.datum(0));
            server.letter(0, 0).reply(token).is(0);
            client.does("release-memory", SystemCall.RELEASE_MEMORY, client.data(), PAGE).is(0);
            Failure.unlessEqual("word of a page that was given back", 0, client.datum(0));
        });
        suite.that("only whole pages of the heap that nobody sees yet can be mapped, as that and for that length", stage -> {
            Actor server = stage.server();
            Actor client = stage.client();
            client.letter(1, 1).lendReadable(client.data(), PAGE).lendReadable(client.data() + 8, PAGE).lendReadable(client.data(), PAGE - 8).lendWritable(client.data(), PAGE).call().waits();
            long token = server.takes();
            map(server, token, WRITE, PAGE).is(ErrorCode.BAD_LEASE);
            map(server, token, READ, 2 * PAGE).is(ErrorCode.BAD_LEASE);
            server.does("lease-map", SystemCall.LEASE_MAP, token, 1, READ, PAGE).is(ErrorCode.BAD_LEASE);
            server.does("lease-map", SystemCall.LEASE_MAP, token, 2, READ, PAGE - 8).is(ErrorCode.BAD_LEASE);
            map(server, token, READ, PAGE).get();
            server.does("lease-map", SystemCall.LEASE_MAP, token, 3, WRITE, PAGE).is(ErrorCode.BAD_LEASE);
            client.ended("call").waits();
        });
        suite.that("where nothing was ever mapped, touching is an exception too", stage -> {
            Actor server = stage.server();
            load(server, AddressSpaceLayout.LEASES_START).is(Deed.NOT_MAPPED);
            store(server, AddressSpaceLayout.WINDOWS_START, 1).is(Deed.NOT_MAPPED);
            load(server, AddressSpaceLayout.HEAP_START - Long.BYTES).is(Deed.NOT_MAPPED);
        });
    }

    private static Result map(Actor server, long token, int kind, long length) {
        return server.does("lease-map", SystemCall.LEASE_MAP, token, 0, kind, length);
    }

    private static Result load(Actor actor, long address) {
        return actor.does("load", Deed.TRY_LOAD, address);
    }

    private static Result store(Actor actor, long address, long value) {
        return actor.does("store", Deed.TRY_STORE, address, value);
    }
}
