package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.TraceEvent;
import org.bulkhead.nucleus.abi.TraceRecord;
import org.bulkhead.nucleus.kernel.hardware.Hardware;
import org.bulkhead.vm.magic.Address;

/** What happened last to messages, and who died: what the message semantics are checked against from outside. */
public final class Trace extends RecordRing {
    /** Events that are kept. */
    public static final int LIMIT = 1024;

    private static final int NONE = 0xFFFF;

    private final Hardware hardware;

    public Trace(Hardware hardware) {
        super(LIMIT, TraceRecord.SIZE);
        this.hardware = hardware;
    }

    /** Something happened to the message in a slot. Returns the time-stamp. */
    long note(TraceEvent event, Isolate isolate, MessageSlot slot, long value) {
        return write(event, isolate, slot.queue.index | slot.index << Short.SIZE, value, slot.order);
    }

    /** An isolate died. */
    void died(Isolate isolate, DeathReason reason) {
        write(TraceEvent.DIED, isolate, NONE | NONE << Short.SIZE, reason.ordinal(), 0);
    }

    private long write(TraceEvent event, Isolate isolate, int queueAndSlot, long value, long order) {
        Address record = Address.fromLong(place(next++));
        long ticks = hardware.timestamp();
        record.storeLong(ticks, TraceRecord.TICKS);
        record.storeInt(event.ordinal() | isolate.index << Short.SIZE, TraceRecord.EVENT);
        record.storeInt(queueAndSlot, TraceRecord.QUEUE);
        record.storeLong(value, TraceRecord.VALUE);
        record.storeLong(order, TraceRecord.ORDER);
        return ticks;
    }
}
