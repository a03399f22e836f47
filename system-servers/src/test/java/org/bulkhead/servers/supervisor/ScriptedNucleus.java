package org.bulkhead.servers.supervisor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bulkhead.isolate.call.Simulation;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.call.SystemCallGate;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.DeathRecord;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.HandleRecord;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.Address;

/** The nucleus as a supervisor sees it: writes down what the supervisor does, and lets things happen to it one after the other. */
final class ScriptedNucleus implements SystemCallGate {
    /** Thrown out of the supervisor's loop when the script is at its end. */
    static final class EndOfScript extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final int FIRST_QUEUE = 10;
    private static final int FIRST_ISOLATE = 100;
    private static final long TOKEN = 77;
    private static final long LEDGER = AddressSpaceLayout.WINDOWS_START + Supervising.LEDGER * AddressSpaceLayout.WINDOW_SIZE;

    /** A request to the supervisor, and what came of it. */
    static final class Request {
        private final int operation;
        private final byte[] payload;
        private int replyOperation = -1;
        private int replyNumber;
        private int badge;

        Request(int operation, byte[] payload) {
            this.operation = operation;
            this.payload = payload;
        }

        /** Lets it come from program {@code number}. */
        Request from(int number) {
            badge = number;
            return this;
        }

        int replyOperation() {
            return replyOperation;
        }

        /** Returns the first 32 bits of the reply's payload. */
        int replyNumber() {
            return replyNumber;
        }
    }

    private record Death(String name, int incarnation, DeathReason reason, long detail) {}

    private final List<String> actions = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final List<String> isolates = new ArrayList<>();
    private final List<Integer> incarnations = new ArrayList<>();
    private final List<Death> deaths = new ArrayList<>();
    private final Deque<Object> script = new ArrayDeque<>();
    private int queues;
    private long now = 1;
    private long timer = Long.MAX_VALUE;
    private long serviceTicks;
    private Request current;
    private int refused;

    ScriptedNucleus() {
        Simulation.start(this).map(LEDGER, AddressSpaceLayout.KEPT_SIZE);
    }

    /** Lets the isolate with that name die. */
    ScriptedNucleus dies(String name, int incarnation, DeathReason reason) {
        script.add(new Death(name, incarnation, reason, 0));
        return this;
    }

    /** Lets time pass; the supervisor's timer fires if it is due. */
    ScriptedNucleus waits(long nanos) {
        script.add(nanos);
        return this;
    }

    /** Lets somebody call the supervisor with one text, and a number behind it. */
    Request calls(int operation, String text, long number) {
        byte[] payload = new byte[1 + text.length() + Long.BYTES];
        payload[0] = (byte) text.length();
        for (int i = 0; i < text.length(); i++) {
            payload[1 + i] = (byte) text.charAt(i);
        }
        for (int i = 0; i < Long.BYTES; i++) {
            payload[1 + text.length() + i] = (byte) (number >>> 8 * i);
        }
        return add(new Request(operation, payload));
    }

    /** Lets somebody call the supervisor with one text. */
    Request calls(int operation, String text) {
        byte[] payload = new byte[1 + text.length()];
        payload[0] = (byte) text.length();
        for (int i = 0; i < text.length(); i++) {
            payload[1 + i] = (byte) text.charAt(i);
        }
        return add(new Request(operation, payload));
    }

    /** Lets somebody call the supervisor with a payload. */
    Request calls(int operation, byte... payload) {
        return add(new Request(operation, payload));
    }

    private Request add(Request request) {
        script.add(request);
        return request;
    }

    /** Completes a request at every queue from now on. */
    void servicesWork() {
        serviceTicks = 4711;
    }

    /** Refuses all grants of a kind from now on. */
    void refuses(int grantKind) {
        refused = grantKind;
    }

    List<String> actions() {
        return actions;
    }

    List<String> log() {
        return log;
    }

    private static long refuse(ErrorCode code) {
        return -(code.ordinal() + 1L);
    }

    private static String text(long address, int limit) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < limit && Address.fromLong(address).loadByte(i) != 0; i++) {
            text.append((char) (Address.fromLong(address).loadByte(i) & 0xFF));
        }
        return text.toString();
    }

    @Override
    public long call(int number, long a, long b, long c, long d, long e) {
        switch (number) {
            case SystemCall.CLOCK -> {
                return now;
            }
            case SystemCall.LOG -> {
                log.add(text(a, (int) b).trim());
                return 0;
            }
            case SystemCall.QUEUE_CREATE -> {
                actions.add("queue " + a + " slots rank " + b);
                return FIRST_QUEUE + queues++;
            }
            case SystemCall.ISOLATE_CREATE -> {
                isolates.add(text(a + IsolateRecord.NAME, IsolateRecord.NAME_SIZE));
                incarnations.add(Address.fromLong(a).loadInt(IsolateRecord.INCARNATION));
                actions.add("create " + name(FIRST_ISOLATE + isolates.size() - 1L));
                return FIRST_ISOLATE + isolates.size() - 1L;
            }
            case SystemCall.ISOLATE_GRANT -> {
                if (refused == (int) b) {
                    return refuse(ErrorCode.ALREADY_GRANTED);
                }
                actions.add("grant " + name(a) + ' ' + grant((int) b, c, d));
                return grants(name(a));
            }
            case SystemCall.ISOLATE_START -> {
                actions.add("start " + name(a));
                return 0;
            }
            case SystemCall.ISOLATE_KILL -> {
                actions.add("kill " + name(a));
                return 0;
            }
            case SystemCall.CLOSE -> {
                actions.add("close " + (a >= FIRST_ISOLATE ? name(a) : "queue " + a));
                return 0;
            }
            case SystemCall.QUEUE_OFFLINE -> {
                actions.add("offline queue " + a);
                return 0;
            }
            case SystemCall.HANDLE_INFO -> {
                if (a != Supervising.LEDGER) throw new AssertionError("handle " + a + " is not scripted");
                Address record = Address.fromLong(b);
                record.storeLong(HandleKind.KEPT_MEMORY.ordinal(), HandleRecord.KIND.ordinal() * Long.BYTES);
                record.storeLong(LEDGER, HandleRecord.A.ordinal() * Long.BYTES);
                record.storeLong(AddressSpaceLayout.KEPT_SIZE, HandleRecord.B.ordinal() * Long.BYTES);
                return 0;
            }
            case SystemCall.TIMER -> {
                timer = b;
                return 0;
            }
            case SystemCall.INSPECT -> {
                if (a != SystemCall.INSPECT_DEATH) throw new AssertionError("inspection of " + a + " is not scripted");
                return death(b, Address.fromLong(c));
            }
            case SystemCall.READ_LOG -> {
                return a;
            }
            case SystemCall.RECEIVE -> {
                return receive(Address.fromLong(b));
            }
            case SystemCall.REPLY_AND_RECEIVE -> {
                reply(Address.fromLong(b));
                return receive(Address.fromLong(b));
            }
            case SystemCall.REFUSE -> {
                return 0;
            }
            default -> throw new AssertionError("system call " + number + " is not scripted");
        }
    }

    private String name(long handle) {
        int index = (int) handle - FIRST_ISOLATE;
        return isolates.get(index) + '[' + incarnations.get(index) + ']';
    }

    private long grants(String name) {
        return actions.stream().filter(each -> each.startsWith("grant " + name)).count();
    }

    private static String grant(int kind, long a, long b) {
        return switch (kind) {
            case GrantKind.PORTS -> "ports 0x" + Long.toHexString(a) + " " + b;
            case GrantKind.INTERRUPT -> "interrupt " + a + " bit " + b;
            case GrantKind.SERVE_QUEUE -> "serve queue " + a;
            case GrantKind.USE_QUEUE -> "use queue " + a + " credits " + (int) b;
            case GrantKind.SUPERVISE -> "supervise";
            case GrantKind.DEVICE_WINDOW -> "window 0x" + Long.toHexString(a) + " " + b;
            case GrantKind.DMA -> "dma 0x" + Long.toHexString(a) + " " + b;
            default -> "kind " + kind;
        };
    }

    private long death(long sequence, Address at) {
        if (sequence < 0 || sequence >= deaths.size()) {
            return refuse(ErrorCode.NO_SUCH_OBJECT);
        }
        Death death = deaths.get((int) sequence);
        for (int i = 0; i < DeathRecord.SIZE; i += Long.BYTES) {
            at.storeLong(0, i);
        }
        for (int i = 0; i < death.name().length(); i++) {
            at.storeByte((byte) death.name().charAt(i), DeathRecord.RECORD + IsolateRecord.NAME + i);
        }
        at.storeInt(death.incarnation(), DeathRecord.RECORD + IsolateRecord.INCARNATION);
        at.storeInt(death.reason().ordinal(), DeathRecord.REASON);
        at.storeLong(death.detail(), DeathRecord.DETAIL);
        at.storeLong(1000 + sequence, DeathRecord.FAULT_TICKS);
        at.storeLong(serviceTicks, DeathRecord.SERVICE_TICKS);
        at.storeLong(now, DeathRecord.NANOSECONDS);
        at.storeInt(-1, DeathRecord.OPERATION);
        return 0;
    }

    private long receive(Address message) {
        Object next = script.poll();
        if (next == null) {
            throw new EndOfScript();
        }
        if (next instanceof Request request) {
            current = request;
            message.storeInt(request.operation, MessageLayout.OPERATION);
            message.storeInt(request.payload.length, MessageLayout.LENGTH);
            message.storeLong(TOKEN, MessageLayout.TOKEN);
            message.storeInt(request.badge, MessageLayout.BADGE);
            for (int i = 0; i < request.payload.length; i++) {
                message.storeByte(request.payload[i], MessageLayout.PAYLOAD + i);
            }
            return MessageLayout.RECEIVED_MESSAGE;
        }
        long bits = 1;
        if (next instanceof Death death) {
            deaths.add(death);
        } else {
            now += (Long) next;
            if (timer > now) {
                return receive(message);
            }
            timer = Long.MAX_VALUE;
            bits = Long.MIN_VALUE;
        }
        message.storeLong(bits, MessageLayout.PAYLOAD);
        return MessageLayout.RECEIVED_NOTIFICATION;
    }

    private void reply(Address message) {
        current.replyOperation = message.loadInt(MessageLayout.OPERATION);
        current.replyNumber = message.loadInt(MessageLayout.PAYLOAD);
    }
}
