package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.nucleus.kernel.memory.*;

/** Records of equal size in memory, of which the last {@code limit} are kept. Each has a sequence number, from 0 on since the machine started. */
public abstract class RecordRing {
    final Hardware hardware;
    private final int limit;
    private final int size;
    final long memory;
    /** Sequence number of the next record. */
    long next;

    /** Makes an empty ring at physical address {@code place}; {@code limit} is a power of two. */
    RecordRing(Hardware hardware, int limit, int size, long place) {
        this.hardware = hardware;
        this.limit = limit;
        this.size = size;
        memory = Window.at(place);
    }

    /** Returns where a record is, or 0 if it has not been written yet or has been overwritten. */
    public final long record(long sequence) {
        return sequence < 0 || sequence >= next || sequence < next - limit ? 0 : place(sequence);
    }

    /** Returns where the record with a sequence number is, was or will be. */
    final long place(long sequence) {
        return memory + (sequence & limit - 1) * size;
    }
}
