package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.MemoryStatus;

/**
 * Memory of the machine, in page frames of 4 KiB, and what is left in the nucleus's pools.
 *
 * @param frames frames that isolates have or could have
 * @param freeFrames frames that nobody has
 * @param freeIsolates isolates that could still be made
 * @param freeQueues queues that could still be made
 * @param freeSlots slots that no queue has
 * @param freeConnections connections that could still be granted
 */
public record MemoryInfo(long frames, long freeFrames, int freeIsolates, int freeQueues, int freeSlots, int freeConnections) {
    static MemoryInfo of(RawBuffer record) {
        return new MemoryInfo(record.longAt(MemoryStatus.FRAMES), record.longAt(MemoryStatus.FREE_FRAMES), record.intAt(MemoryStatus.FREE_ISOLATES),
            record.intAt(MemoryStatus.FREE_QUEUES), record.intAt(MemoryStatus.FREE_SLOTS), record.intAt(MemoryStatus.FREE_CONNECTIONS));
    }
}
