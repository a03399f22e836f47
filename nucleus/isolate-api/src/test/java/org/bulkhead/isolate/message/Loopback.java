package org.bulkhead.isolate.message;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.call.Simulation;
import org.bulkhead.isolate.call.SystemCallGate;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;

/** A queue whose server is a dispatcher on the same thread and in the same memory. */
public final class Loopback implements SystemCallGate {
    private static final long TOKEN = 0x7_0000_0001L;

    private final Message served;
    private Dispatcher dispatcher;
    private Address request;
    private Address transfers;
    private long result;
    private long deadline;
    private int requestFlags;
    private final List<Integer> closed = new ArrayList<>();

    /** Makes fresh raw memory and a queue without a server. */
    public Loopback() {
        Simulation.start(this);
        served = new Message();
    }

    /** Returns the queue of {@code dispatcher}. */
    public MessageQueue queue(Dispatcher server) {
        dispatcher = server;
        return new MessageQueue(1, "loopback");
    }

    /** Returns the deadline of the last call. */
    public long deadline() {
        return deadline;
    }

    /** Returns the flags of the last request. */
    public int requestFlags() {
        return requestFlags;
    }

    /** Returns the bare message that the server gets, for a test that fills it itself. */
    public Message served() {
        return served;
    }

    /** Serves the message that the server has; returns what a service loop does about it. */
    public Outcome serve() {
        try {
            return dispatcher.dispatch(served.received());
        } catch (MalformedPayloadException | LeaseException e) {
            return Outcome.REFUSE;
        }
    }

    /** Returns the address of a message's 128 bytes. */
    public static Address address(Message message) {
        return message.address();
    }

    @Override
    public long call(int number, long a, long b, long c, long d, long e) {
        return switch (number) {
            case SystemCall.CLOCK -> 1000;
            case SystemCall.CALL -> call(Address.fromLong(b), Address.fromLong(c), d, TOKEN);
            case SystemCall.SEND -> call(Address.fromLong(b), Address.fromLong(c), 0, 0);
            case SystemCall.REPLY -> reply(a, Address.fromLong(b));
            case SystemCall.LEASE_READ -> copy(a, b, MessageLayout.KIND_LEASE_READ, c, Address.fromLong(d), e);
            case SystemCall.LEASE_WRITE -> copy(a, b, MessageLayout.KIND_LEASE_WRITE, c, Address.fromLong(d), e);
            case SystemCall.CLOSE -> closed(a);
            case SystemCall.LEASE_MAP -> map(a, b, c, d);
            default -> throw new AssertionError("system call " + number);
        };
    }

    private long call(Address message, Address list, long until, long token) {
        deadline = until;
        requestFlags = message.loadByte(MessageLayout.FLAGS);
        request = token == 0 ? null : message;
        transfers = list;
        result = token == 0 ? 0 : ErrorCode.DEADLINE.result;
        Address own = address(served);
        Magic.copy(message, own, MessageLayout.SIZE);
        own.storeLong(token, MessageLayout.TOKEN);
        moveHandles(own);
        Outcome outcome = serve();
        if (token == 0) {
            return 0;
        }
        switch (outcome) {
            case REPLY -> reply(token, own);
            case REFUSE -> result = ErrorCode.REFUSED.result;
            case LATER -> { }
        }
        return result;
    }

    /** Handles arrive under other numbers: 100 more than the sender's. */
    private void moveHandles(Address message) {
        int count = 0;
        for (int i = 0; i < message.loadByte(MessageLayout.TRANSFERS); i++) {
            Address entry = transfers.plus(i * MessageLayout.TRANSFER_SIZE);
            if (entry.loadInt(MessageLayout.TRANSFER_KIND) == MessageLayout.KIND_HANDLE) {
                message.storeInt(entry.loadInt(MessageLayout.TRANSFER_HANDLE) + 100, MessageLayout.SIZE - (MessageLayout.TRANSFER_LIMIT - count) * Integer.BYTES);
                count++;
            }
        }
        message.storeByte((byte) (message.loadByte(MessageLayout.FLAGS) | count << MessageLayout.HANDLES_SHIFT), MessageLayout.FLAGS);
    }

    private long closed(long handle) {
        closed.add((int) handle);
        return 0;
    }

    /** Returns the handles that the server has closed, or that nobody took. */
    public List<Integer> closed() {
        return closed;
    }

    private long reply(long token, Address message) {
        if (token != TOKEN || request == null) {
            return ErrorCode.TOKEN_VOID.result;
        }
        Magic.copy(message, request, MessageLayout.SIZE);
        request = null;
        result = 0;
        return 0;
    }

    private Address lease(long token, long index, int kind) {
        if (token != TOKEN || request == null || transfers.isZero() || index >= request.loadByte(MessageLayout.TRANSFERS)) {
            return Address.zero();
        }
        Address entry = transfers.plus(index * MessageLayout.TRANSFER_SIZE);
        return entry.loadInt(MessageLayout.TRANSFER_KIND) == kind ? entry : Address.zero();
    }

    private long copy(long token, long index, int kind, long offset, Address own, long length) {
        Address entry = lease(token, index, kind);
        if (entry.isZero() || offset + length > entry.loadLong(MessageLayout.TRANSFER_LENGTH)) {
            return ErrorCode.BAD_LEASE.result;
        }
        Address lent = entry.loadAddress(MessageLayout.TRANSFER_ADDRESS).plus(offset);
        if (kind == MessageLayout.KIND_LEASE_READ) {
            Magic.copy(lent, own, length);
        } else {
            Magic.copy(own, lent, length);
        }
        return 0;
    }

    private long map(long token, long index, long kind, long length) {
        Address entry = lease(token, index, (int) kind);
        if (entry.isZero() || entry.loadLong(MessageLayout.TRANSFER_LENGTH) != length || entry.loadLong(MessageLayout.TRANSFER_ADDRESS) % 4096 != 0) {
            return ErrorCode.BAD_LEASE.result;
        }
        return entry.loadLong(MessageLayout.TRANSFER_ADDRESS);
    }
}
