package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;

/**
 * A puppet as a script sees it. Its message lies at {@link #message}, its transfer list at {@link #transfers}, and from {@link #data} on are 15 pages of its own. A letter is composed there by
 * {@link #letter} and what follows, and is what the next call, send or reply takes.
 */
final class Actor {
    /** Pages of data. */
    static final int DATA_PAGES = 15;

    /** Notification bit of what was submitted. */
    static final int DONE_BIT = 20;
    /** Notification bit of credits. */
    static final int CREDIT_BIT = 21;

    private static final int PAGE = 4096;
    private static final int TRANSFERS = 256;

    private final Strings strings;
    private final String name;
    /** Its handle to the queue that it calls, or that it serves, unless a script says otherwise. */
    long queue;

    Actor(Strings strings, String name) {
        this.strings = strings;
        this.name = name;
    }

    String name() {
        return name;
    }

    Strings strings() {
        return strings;
    }

    /** Returns the address of its message. */
    long message() {
        return strings.base();
    }

    /** Returns the address of its transfer list. */
    long transfers() {
        return strings.base() + TRANSFERS;
    }

    /** Returns the address of its data, at the start of a page. */
    long data() {
        return strings.base() + PAGE;
    }

    /** Tells it to do something, and looks what came of it once all are at rest. */
    Result does(String what, int number, long... arguments) {
        begins(number, arguments);
        return ended(what);
    }

    /** Tells it to do something, and lets nobody run yet. */
    void begins(int number, long... arguments) {
        strings.pull(number, arguments);
    }

    /** Returns what has come of the last thing that it was told, once all are at rest. */
    Result ended(String what) {
        return new Result(name + " " + what, strings.outcome());
    }

    /** Returns what has come of the last thing that it was told, without waiting. */
    Result reported(String what) {
        return new Result(name + " " + what, strings.result());
    }

    /** What it was told last must have come to its end before what the other was told. */
    void isBefore(Actor other) {
        if (strings.reportedAt() >= other.strings.reportedAt()) {
            throw new Failure("first", name, other.name);
        }
    }

    // Letters.

    /** Composes a letter of 8 bytes. */
    Actor letter(int operation, long content) {
        poke(MessageLayout.OPERATION, operation & 0xFFFF_FFFFL | (long) Long.BYTES << Byte.SIZE * MessageLayout.LENGTH);
        poke(MessageLayout.PAYLOAD, content);
        return this;
    }

    /** Changes the length of the letter. */
    Actor length(int bytes) {
        return header(MessageLayout.LENGTH, 0xFFFF, bytes);
    }

    /** Makes the letter one that may be repeated. */
    Actor idempotent() {
        return flags(MessageLayout.FLAG_IDEMPOTENT);
    }

    Actor flags(int flags) {
        return header(MessageLayout.FLAGS, 0xFF, flags);
    }

    /** Says how many transfers the letter has, whatever is in the list. */
    Actor count(int transfers) {
        return header(MessageLayout.TRANSFERS, 0xFF, transfers);
    }

    private Actor header(int offset, long mask, long value) {
        long header = peek(MessageLayout.OPERATION);
        int shift = offset * Byte.SIZE;
        poke(MessageLayout.OPERATION, header & ~(mask << shift) | value << shift);
        return this;
    }

    /** Adds a handle to the letter. */
    Actor give(long handle) {
        return transfer(MessageLayout.KIND_HANDLE, handle, 0, 0);
    }

    /** Lends memory for reading with the letter. */
    Actor lendReadable(long address, long length) {
        return transfer(MessageLayout.KIND_LEASE_READ, 0, address, length);
    }

    /** Lends memory for writing with the letter. */
    Actor lendWritable(long address, long length) {
        return transfer(MessageLayout.KIND_LEASE_WRITE, 0, address, length);
    }

    Actor transfer(int kind, long handle, long address, long length) {
        int count = (int) (peek(MessageLayout.OPERATION) >>> Byte.SIZE * MessageLayout.TRANSFERS & 0xFF);
        int entry = TRANSFERS + count * MessageLayout.TRANSFER_SIZE;
        poke(entry, kind | handle << Integer.SIZE);
        poke(entry + MessageLayout.TRANSFER_ADDRESS, address);
        poke(entry + MessageLayout.TRANSFER_LENGTH, length);
        return count(count + 1);
    }

    private long transfersIfAny() {
        return (peek(MessageLayout.OPERATION) >>> Byte.SIZE * MessageLayout.TRANSFERS & 0xFF) == 0 ? 0 : transfers();
    }

    // System calls.

    /** Calls with the letter. */
    Result call() {
        return call(Nucleus.FOREVER);
    }

    Result call(long deadline) {
        return does("call", SystemCall.CALL, queue, message(), transfersIfAny(), deadline);
    }

    /** Sends the letter. */
    Result send() {
        return does("send", SystemCall.SEND, queue, message(), transfersIfAny());
    }

    /** Submits the letter; bit {@link #DONE_BIT} tells of its end. */
    Result submit() {
        return submit(Nucleus.FOREVER);
    }

    Result submit(long deadline) {
        return does("submit", SystemCall.SUBMIT, queue, message(), transfersIfAny(), deadline, DONE_BIT);
    }

    Result cancel(long ticket) {
        return does("cancel", SystemCall.CANCEL, ticket);
    }

    /** Collects into its message. */
    Result collect(long ticket) {
        return does("collect", SystemCall.COLLECT, ticket, message());
    }

    /** Asks for a credit; bit {@link #CREDIT_BIT} tells when one has come back. */
    Result awaitCredit() {
        return does("await-credit", SystemCall.AWAIT_CREDIT, queue, CREDIT_BIT);
    }

    /** It must be told of these bits, and of no others, now. */
    void isTold(int... bits) {
        long expected = 0;
        for (int bit : bits) {
            expected |= 1L << bit;
        }
        Result heard = receive(SystemCall.NOTIFICATIONS_ONLY, 0);
        if (expected == 0) {
            heard.is(ErrorCode.DEADLINE);
        } else {
            heard.is(MessageLayout.RECEIVED_NOTIFICATION);
            Failure.unlessEqual("bits that " + name + " is told of", expected, content());
        }
    }

    /** Waits for a message in any of its queues, or a notification. */
    Result receive() {
        return receive(0, Nucleus.FOREVER);
    }

    /** Takes a message that is queued; returns its token. */
    long takes() {
        receive().is(MessageLayout.RECEIVED_MESSAGE);
        return token();
    }

    /** Takes a message or a notification if there is one. */
    Result poll() {
        return receive(0, 0);
    }

    Result receive(long from, long deadline) {
        return does("receive", SystemCall.RECEIVE, from, message(), deadline);
    }

    /** Replies with the letter. */
    Result reply(long token) {
        return does("reply", SystemCall.REPLY, token, message(), transfersIfAny());
    }

    Result refuse(long token) {
        return does("refuse", SystemCall.REFUSE, token, 0);
    }

    Result copy(long handle, long rights) {
        return does("copy", SystemCall.COPY, handle, rights);
    }

    Result close(long handle) {
        return does("close", SystemCall.CLOSE, handle);
    }

    Result leaseRead(long token, long index, long offset, long to, long length) {
        return does("lease-read", SystemCall.LEASE_READ, token, index, offset, to, length);
    }

    Result leaseWrite(long token, long index, long offset, long from, long length) {
        return does("lease-write", SystemCall.LEASE_WRITE, token, index, offset, from, length);
    }

    // What is in its message, while it is at rest.

    /** The message must have this operation and these first 8 bytes. */
    void sees(int operation, long content) {
        Failure.unlessEqual("operation that " + name + " sees", operation, operation());
        Failure.unlessEqual("content that " + name + " sees", content, content());
    }

    int operation() {
        return (int) peek(MessageLayout.OPERATION);
    }

    long content() {
        return peek(MessageLayout.PAYLOAD);
    }

    /** Returns the token of the message received. */
    long token() {
        return peek(MessageLayout.TOKEN);
    }

    int badge() {
        return (int) peek(MessageLayout.BADGE);
    }

    /** Returns the handle number {@code index} that came with the message received. */
    long handle(int index) {
        int at = MessageLayout.PAYLOAD + MessageLayout.PAYLOAD_SIZE - (MessageLayout.TRANSFER_LIMIT - index) * Integer.BYTES;
        return peek(at & -Long.BYTES) >>> (at & Integer.BYTES) * Byte.SIZE & 0xFFFF_FFFFL;
    }

    /** Returns the 64 bits at an offset from its message on. */
    long peek(int offset) {
        return strings.peek(offset);
    }

    /** Stores 64 bits at an offset from its message on. */
    void poke(int offset, long value) {
        strings.poke(offset, value);
    }

    /** Returns a word of its data. */
    long datum(int index) {
        return peek(PAGE + index * Long.BYTES);
    }

    /** Stores a word of its data. */
    void setDatum(int index, long value) {
        poke(PAGE + index * Long.BYTES, value);
    }
}
