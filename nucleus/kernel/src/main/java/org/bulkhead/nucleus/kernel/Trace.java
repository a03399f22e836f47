package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.vm.magic.*;

/** What happened last to messages, and who died: what the message semantics are checked against from outside. */
public final class Trace extends RecordRing {
    /** Events that are kept. */
    public static final int LIMIT = 1024;
    /** Events that are looked through for those of one isolate. */
    private static final int RECENT = 256;

    public Trace(Hardware hardware) {
        super(hardware, LIMIT, TraceRecord.SIZE, DumpLayout.PLACE + DumpLayout.TRACE);
    }

    /** Something happened to the message in a slot, or to an isolate itself if that is null. Returns the time-stamp. */
    long note(TraceEvent event, Isolate isolate, MessageSlot slot, long value) {
        Address record = Address.fromLong(memory + (next++ & LIMIT - 1) * TraceRecord.SIZE);
        long ticks = hardware.timestamp();
        record.storeLong(ticks, TraceRecord.TICKS);
        record.storeInt(event.ordinal() | isolate.index << Short.SIZE, TraceRecord.EVENT);
        record.storeInt(-1, TraceRecord.QUEUE);
        record.storeLong(value, TraceRecord.VALUE);
        record.storeLong(0, TraceRecord.ORDER);
        if (slot != null) {
            record.storeInt(slot.queue.index | slot.index << Short.SIZE, TraceRecord.QUEUE);
            record.storeLong(slot.order, TraceRecord.ORDER);
        }
        return ticks;
    }

    /** Copies the last records of an isolate, oldest first, at most {@code room} of them and none of those before the last {@link #RECENT}. Returns their number. */
    int copyLast(Isolate isolate, Address to, int room) {
        int found = 0;
        for (long i = next - 1; i >= Math.max(0, next - RECENT) && found < room; i--) {
            Address record = Address.fromLong(place(i));
            if (record.loadChar(TraceRecord.ISOLATE) != isolate.index) continue;
            // What comes before is of an isolate that had the same place in the pool.
            if (record.loadChar(TraceRecord.EVENT) == TraceEvent.DIED.ordinal()) break;
            found++;
            Magic.copy(record, to.plus((room - found) * TraceRecord.SIZE), TraceRecord.SIZE);
        }
        Magic.copy(to.plus((room - found) * TraceRecord.SIZE), to, found * TraceRecord.SIZE);
        return found;
    }
}
