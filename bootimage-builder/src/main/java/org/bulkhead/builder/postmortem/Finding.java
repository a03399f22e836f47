package org.bulkhead.builder.postmortem;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.isolate.protocol.OperationCode;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.servers.postmortem.DeathView;

/**
 * A death in words and with the image's names; addresses and registers are hexadecimal.
 *
 * @param number by which it is asked for
 * @param component name of the isolate
 * @param incarnation how often it had been started before
 * @param reason of {@link org.bulkhead.nucleus.abi.DeathReason}
 * @param detail the number that belongs to the reason
 * @param cause the reason in words
 * @param text what it said at its end
 * @param seconds from the start of the machine to the death
 * @param outageTicks from the death to the next completed request, 0 if there was none
 * @param stack where it was, innermost first
 * @param registers by name
 * @param code instruction bytes at the place where it stood
 * @param request the message in service, null if there was none
 * @param memory what it had
 * @param processor what it had used
 * @param trace its last messages, oldest first
 */
record Finding(long number, String component, int incarnation, String reason, String detail, String cause, String text, double seconds, long outageTicks, List<Frame> stack,
        Map<String, String> registers, String code, Request request, String memory, String processor, List<String> trace) {
    /** A place in the code: its address, and class, method and line. */
    record Frame(String address, String place) {}

    /** A request: method and parameters, who had sent it by its badge, and the time from the start of the machine when its caller gives up. */
    record Request(String call, int badge, boolean repeatable, double deadlineSeconds) {}

    private static final double NANOSECONDS_PER_SECOND = 1e9;

    /** Returns what an image says about a death. */
    static Finding of(Remains.Death death, Symbols symbols) {
        DeathView view = death.view();
        List<Frame> stack = new ArrayList<>();
        stack.add(new Frame(hex(view.pc()), symbols.at(view.pc())));
        for (int i = 0; i < view.stackCount(); i++) {
            stack.add(new Frame(hex(Integer.toUnsignedLong(view.returnAddress(i))), symbols.before(view.returnAddress(i))));
        }
        Map<String, String> registers = new LinkedHashMap<>();
        for (int i = 0; i < DeathView.registers(); i++) {
            registers.put(DeathView.registerName(i), String.format("%016x", view.register(i)));
        }
        List<String> trace = new ArrayList<>();
        for (int i = 0; i < view.traceCount(); i++) {
            trace.add(view.trace(i));
        }
        long outage = view.serviceTicks() == 0 ? 0 : view.serviceTicks() - view.faultTicks();
        return new Finding(death.number(), view.name(), view.incarnation(), view.reason().name(), hex(view.detail()), view.cause(), view.text(), view.nanoseconds() / NANOSECONDS_PER_SECOND, outage,
            stack, registers, symbols.code(view.pc()), request(view, symbols), view.memory(), view.processor(), trace);
    }

    private static Request request(DeathView view, Symbols symbols) {
        if (view.operation() == -1) return null;
        ByteBuffer message = view.message();
        String call = symbols.protocol(view.name()).map(protocol -> protocol.describe(view.operation(), message))
            .orElseGet(() -> "operation " + OperationCode.number(view.operation()) + ' ' + MessageText.hex(message));
        boolean repeatable = (message.get(MessageLayout.FLAGS) & MessageLayout.FLAG_IDEMPOTENT) != 0;
        return new Request(call, message.getInt(MessageLayout.BADGE), repeatable,
            message.getLong(MessageLayout.DEADLINE) / NANOSECONDS_PER_SECOND);
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
