package org.bulkhead.servers.postmortem;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.protocol.OperationCode;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.TraceEvent;
import org.bulkhead.nucleus.abi.TraceRecord;

/** Records of the nucleus's trace in words. Runs in the image and on the host. */
public final class TraceText {
    private static final TraceEvent[] EVENTS = TraceEvent.values();
    private static final ErrorCode[] ERRORS = ErrorCode.values();
    private static final DeathReason[] REASONS = DeathReason.values();
    private static final int NONE = 0xFFFF;

    private TraceText() {}

    /**
     * Checks that a trace record is one.
     *
     * @param memory holds it, little-endian
     * @param at where it begins
     * @throws IllegalArgumentException if its kind is none
     */
    public static void check(ByteBuffer memory, int at) {
        int kind = memory.getShort(at + TraceRecord.EVENT) & 0xFFFF;
        if (kind >= EVENTS.length) {
            throw new IllegalArgumentException("a trace record is of kind " + kind + ", beyond " + (EVENTS.length - 1));
        }
    }

    /**
     * {@return a trace record in words}
     *
     * @param memory holds it, little-endian
     * @param at where it begins; {@link #check} has passed
     * @param now a time-stamp counter, from which on it is counted back
     */
    public static String describe(ByteBuffer memory, int at, long now) {
        TraceEvent event = EVENTS[memory.getShort(at + TraceRecord.EVENT)];
        long value = memory.getLong(at + TraceRecord.VALUE);
        StringBuilder text = new StringBuilder().append(now - memory.getLong(at + TraceRecord.TICKS)).append(" ticks before: isolate ")
            .append(memory.getShort(at + TraceRecord.ISOLATE) & 0xFFFF);
        switch (event) {
            case QUEUED -> text.append(" asked for operation ").append(OperationCode.number((int) value));
            case BEGUN -> text.append(" began operation ").append(OperationCode.number((int) value));
            case ENDED -> text.append("'s request ended: ").append(value == 0 ? "done" : error(value));
            case REQUEUED -> text.append(" died serving a request, which waits again");
            case DIED -> text.append(" died: ").append(value >= 0 && value < REASONS.length ? REASONS[(int) value].name() : "reason " + value);
        }
        int queue = memory.getShort(at + TraceRecord.QUEUE) & 0xFFFF;
        if (queue != NONE) {
            text.append(", queue ").append(queue).append(", message ").append(memory.getLong(at + TraceRecord.ORDER));
        }
        return text.toString();
    }

    private static String error(long result) {
        for (ErrorCode each : ERRORS) {
            if (each.result == result) {
                return each.name();
            }
        }
        return "result " + result;
    }
}
