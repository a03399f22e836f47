package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.vm.magic.*;

/** What happened last to messages, and who died: what the message semantics are checked against from outside. */
public final class Trace extends RecordRing {
    /** Events that are kept. */
    public static final int LIMIT = 1024;

    public Trace(Hardware hardware) {
        super(hardware, LIMIT, TraceRecord.SIZE, DumpLayout.PLACE + DumpLayout.TRACE);
    }

    /** Something happened to the message in a slot, or to an isolate itself if that is null. Returns the time-stamp. */
    long note(TraceEvent event, Isolate isolate, MessageSlot slot, long value) {
        int place = -1;
        long order = 0;
        if (slot != null) {
            place = slot.queue.index | slot.index << Short.SIZE;
            order = slot.order;
        }
        Address record = Address.fromLong(memory + (next++ & LIMIT - 1) * TraceRecord.SIZE);
        long ticks = hardware.timestamp();
        record.storeLong(ticks, TraceRecord.TICKS);
        record.storeInt(event.ordinal() | isolate.index << Short.SIZE, TraceRecord.EVENT);
        record.storeInt(place, TraceRecord.QUEUE);
        record.storeLong(value, TraceRecord.VALUE);
        record.storeLong(order, TraceRecord.ORDER);
        return ticks;
    }
}
