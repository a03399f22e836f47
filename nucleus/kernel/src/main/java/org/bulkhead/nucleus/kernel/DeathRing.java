package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.vm.magic.*;

/** The records of the last {@link #LIMIT} deaths. */
public final class DeathRing extends RecordRing {
    /** Records that are kept. */
    public static final int LIMIT = 32;

    private final Clock clock;
    private final Trace trace;

    public DeathRing(Hardware hardware, Clock clock, Trace trace) {
        super(hardware, LIMIT, DeathRecord.SIZE, DumpLayout.PLACE + DumpLayout.DEATHS);
        this.clock = clock;
        this.trace = trace;
    }

    /** Writes down how an isolate died, while it is all still there; {@code textLength} bytes of text are taken from its memory at {@code text} as far as they can be read. Returns the sequence number. */
    public long write(Isolate isolate, DeathReason reason, int vector, long detail, long text, long textLength) {
        Address record = Address.fromLong(place(next));
        long context = isolate.thread.context;
        Magic.clear(record, DeathRecord.SIZE);
        Magic.copy(Address.fromLong(context + ThreadContext.RECORD), record.plus(DeathRecord.RECORD), IsolateRecord.SIZE);
        record.storeInt(isolate.generation, DeathRecord.GENERATION);
        record.storeInt(reason.ordinal(), DeathRecord.REASON);
        record.storeInt(vector, DeathRecord.VECTOR);
        record.storeLong(detail, DeathRecord.DETAIL);
        record.storeLong(hardware.timestamp(), DeathRecord.FAULT_TICKS);
        record.storeLong(clock.now(), DeathRecord.NANOSECONDS);
        Magic.copy(Address.fromLong(context), record.plus(DeathRecord.REGISTERS), ThreadContext.REGISTERS_SIZE);
        MessageSlot oldest = Queues.oldest(isolate, MessageSlot.State.IN_SERVICE);
        record.storeInt(oldest == null ? -1 : oldest.operation(), DeathRecord.OPERATION);
        record.storeInt(walkStack(isolate, record), DeathRecord.STACK_COUNT);
        long length = Math.min(textLength, DeathRecord.TEXT_SIZE);
        int kept = length > 0 && isolate.space.copyIn(text, record.toLong() + DeathRecord.TEXT, length) ? (int) length : 0;
        record.storeInt(kept, DeathRecord.TEXT_LENGTH);
        if (oldest != null) {
            Magic.copy(Address.fromLong(oldest.memory), record.plus(DeathRecord.MESSAGE), MessageLayout.SIZE);
        }
        record.storeInt(isolate.space.pages, DeathRecord.PAGES);
        record.storeInt(isolate.overruns, DeathRecord.OVERRUNS);
        record.storeLong(isolate.usedInAll, DeathRecord.TICKS);
        record.storeInt(isolate.readySince == 0 ? 0 : 1, DeathRecord.READY);
        record.storeInt(trace.copyLast(isolate, record.plus(DeathRecord.TRACE), DeathRecord.TRACE_LIMIT), DeathRecord.TRACE_COUNT);
        return next++;
    }

    /** Follows the chain of frame pointers upwards, through pages that are there, and notes the return addresses. Returns their number. */
    private static int walkStack(Isolate isolate, Address record) {
        long frame = isolate.thread.register(ThreadContext.RBP);
        long below = 0;
        int count = 0;
        while (count < DeathRecord.STACK_LIMIT && frame > below) {
            long returnAddress = peekLong(isolate, frame + Long.BYTES);
            if (returnAddress == 0) break;
            record.storeInt((int) returnAddress, DeathRecord.STACK + count * Integer.BYTES);
            count++;
            below = frame;
            frame = peekLong(isolate, frame);
        }
        return count;
    }

    /** Returns the 64 bits at an address of an isolate, 0 if the page is not there or the address no multiple of 8. */
    private static long peekLong(Isolate isolate, long address) {
        long place = (address & Long.BYTES - 1) == 0 ? isolate.space.peek(address) : 0;
        return place == 0 ? 0 : Address.fromLong(place).loadLong();
    }

    /** A queue that the isolate served has completed a request again. */
    public void serviceResumed(long sequence) {
        long record = record(sequence);
        if (record != 0) {
            Address.fromLong(record).storeLong(hardware.timestamp(), DeathRecord.SERVICE_TICKS);
        }
    }
}
