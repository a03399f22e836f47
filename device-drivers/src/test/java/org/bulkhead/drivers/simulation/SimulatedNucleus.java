package org.bulkhead.drivers.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.bulkhead.isolate.call.Simulation;
import org.bulkhead.isolate.call.SystemCallGate;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;

/** As much of the nucleus as one client, one server and one device need, on one thread: a call runs the server until it replies or waits for its device in vain. */
public final class SimulatedNucleus implements SystemCallGate {
    /** Thrown out of the server's loop when it has nothing more to do. */
    private static final class Idle extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final long TOKEN = 0x7_0000_0001L;

    /** The device's part. */
    public interface Device {
        /** Lets time pass until the device interrupts; returns whether it did. */
        boolean advance();

        /** Unmasks the interrupt line. */
        void unmask();
    }

    private final List<String> log = new ArrayList<>();
    private Device device;
    private Runnable server;
    private long now;
    private long pendingBits;
    private Address request;
    private Address transfers;
    private boolean requestWaits;
    private long result;
    private BooleanSupplier beforeWaiting = () -> false;

    /** Makes the nucleus that answers this thread's system calls, and fresh raw memory. */
    public SimulatedNucleus() {
        Simulation.start(this);
    }

    public void use(Device device) {
        this.device = device;
    }

    /** Sets what serves calls: an endless loop. */
    public void serve(Runnable server) {
        this.server = server;
    }

    public void notifyBits(long bits) {
        pendingBits |= bits;
    }

    /** Lets time pass. */
    public void pass(long nanos) {
        now += nanos;
    }

    public List<String> log() {
        return log;
    }

    /** Lets the server handle its notifications. */
    public void runServer() {
        try {
            server.run();
        } catch (Idle e) {
            return;
        }
    }

    /** Lets {@code action} happen once when the server would wait for messages in the middle of a call; it returns true if it did something. */
    public void beforeWaiting(BooleanSupplier action) {
        beforeWaiting = action;
    }

    /** Voids the token of a call that was left without a reply: its deadline has passed. */
    public void giveUpCall() {
        request = null;
    }

    private static long refuse(ErrorCode code) {
        return -(code.ordinal() + 1L);
    }

    @Override
    public long call(int number, long a, long b, long c, long d, long e) {
        switch (number) {
            case SystemCall.CLOCK -> {
                return ++now;
            }
            case SystemCall.LOG -> {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < b - 1; i++) {
                    text.append((char) (Address.fromLong(a).loadByte(i) & 0xFF));
                }
                log.add(text.toString());
                return 0;
            }
            case SystemCall.INTERRUPT_DONE -> {
                device.unmask();
                return 0;
            }
            case SystemCall.CALL -> {
                return callServer(Address.fromLong(b), Address.fromLong(c));
            }
            case SystemCall.RECEIVE -> {
                return receive(a, Address.fromLong(b), c);
            }
            case SystemCall.REPLY -> {
                return reply(a, Address.fromLong(b));
            }
            case SystemCall.REPLY_AND_RECEIVE -> {
                reply(a, Address.fromLong(b));
                return receive(c, Address.fromLong(b), d);
            }
            case SystemCall.REFUSE -> {
                result = refuse(ErrorCode.REFUSED);
                request = null;
                return 0;
            }
            case SystemCall.LEASE_READ -> {
                return copy(a, b, MessageLayout.KIND_LEASE_READ, c, Address.fromLong(d), e);
            }
            case SystemCall.LEASE_WRITE -> {
                return copy(a, b, MessageLayout.KIND_LEASE_WRITE, c, Address.fromLong(d), e);
            }
            default -> throw new AssertionError("system call " + number + " is not simulated");
        }
    }

    private long callServer(Address message, Address list) {
        request = message;
        transfers = list;
        requestWaits = true;
        result = refuse(ErrorCode.DEADLINE);
        runServer();
        if (request != null && beforeWaiting.getAsBoolean()) {
            beforeWaiting = () -> false;
            runServer();
        }
        return result;
    }

    private long receive(long queue, Address message, long deadline) {
        if (pendingBits == 0 && queue == SystemCall.NOTIFICATIONS_ONLY && (device == null || !device.advance())) {
            now = Math.max(now, deadline);
            return refuse(ErrorCode.DEADLINE);
        }
        if (pendingBits != 0) {
            message.storeLong(pendingBits, MessageLayout.PAYLOAD);
            pendingBits = 0;
            return MessageLayout.RECEIVED_NOTIFICATION;
        }
        if (!requestWaits) {
            throw new Idle();
        }
        requestWaits = false;
        Magic.copy(request, message, MessageLayout.SIZE);
        message.storeLong(TOKEN, MessageLayout.TOKEN);
        return MessageLayout.RECEIVED_MESSAGE;
    }

    private long reply(long token, Address message) {
        if (token != TOKEN || request == null) {
            return refuse(ErrorCode.TOKEN_VOID);
        }
        Magic.copy(message, request, MessageLayout.SIZE);
        request = null;
        result = 0;
        return 0;
    }

    private long copy(long token, long lease, int kind, long offset, Address own, long length) {
        if (token != TOKEN || request == null) {
            return refuse(ErrorCode.TOKEN_VOID);
        }
        Address entry = transfers.plus(lease * MessageLayout.TRANSFER_SIZE);
        if (lease >= request.loadByte(MessageLayout.TRANSFERS) || entry.loadInt(MessageLayout.TRANSFER_KIND) != kind
                || offset + length > entry.loadLong(MessageLayout.TRANSFER_LENGTH)) {
            return refuse(ErrorCode.BAD_LEASE);
        }
        Address lent = Address.fromLong(entry.loadLong(MessageLayout.TRANSFER_ADDRESS)).plus(offset);
        if (kind == MessageLayout.KIND_LEASE_READ) {
            Magic.copy(lent, own, length);
        } else {
            Magic.copy(own, lent, length);
        }
        return 0;
    }
}
