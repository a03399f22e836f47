package org.bulkhead.servers.conformance;

import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.abi.TraceRecord;

/**
 * Prints the nucleus's trace as it grows, in lines {@code @trace from=… to=… events=…} of sequence numbers and events {@code kind.isolate.queue.slot.value.order} with commas between them. Left out
 * are the events of one queue, the conductor's.
 */
final class TraceLog {
    private static final int LINE_LIMIT = 400;
    /** If there is no next event but one so much later, the next has been overwritten. */
    private static final int OVERWRITTEN = 512;

    private final RawBuffer event = RawBuffer.allocate(TraceRecord.SIZE);
    private final int leftOut;
    private long next;

    /** {@code queue} is the place in the pool of the queue that is left out. */
    TraceLog(int queue) {
        leftOut = queue;
    }

    /** Prints what there is since the last time. */
    void print() {
        StringBuilder events = new StringBuilder();
        long from = next;
        while (exists(next)) {
            next++;
            if (event.shortAt(TraceRecord.QUEUE) != leftOut) {
                append(events);
            }
            if (events.length() > LINE_LIMIT) {
                line(from, events);
                from = next;
                events.setLength(0);
            }
        }
        if (next > from) {
            line(from, events);
        }
        if (exists(next + OVERWRITTEN)) {
            throw new Failure("trace", "whole", "overwritten from event " + next + " on");
        }
    }

    private void line(long from, StringBuilder events) {
        Log.line("@trace from=" + from + " to=" + next + " events=" + events);
    }

    private boolean exists(long number) {
        long result = Nucleus.tryCall(SystemCall.INSPECT, SystemCall.INSPECT_TRACE, number, event.address(0, TraceRecord.SIZE).toLong(), 0, 0);
        if (Nucleus.error(result) == ErrorCode.NO_SUCH_OBJECT) return false;
        Nucleus.check(result, "trace");
        return true;
    }

    private void append(StringBuilder events) {
        if (events.length() > 0) {
            events.append(',');
        }
        events.append(event.shortAt(TraceRecord.EVENT)).append('.').append(event.shortAt(TraceRecord.ISOLATE)).append('.').append(event.shortAt(TraceRecord.QUEUE)).append('.')
            .append(event.shortAt(TraceRecord.SLOT)).append('.').append(event.longAt(TraceRecord.VALUE)).append('.').append(event.longAt(TraceRecord.ORDER));
    }
}
