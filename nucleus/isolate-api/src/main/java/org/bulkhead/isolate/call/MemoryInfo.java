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
 * @param freeModules modules that could still be made
 */
public record MemoryInfo(long frames, long freeFrames, int freeIsolates, int freeQueues, int freeSlots, int freeConnections, int freeModules) {
    static MemoryInfo of(RawBuffer record) {
        return new MemoryInfo(Records.field(record, MemoryStatus.FRAMES), Records.field(record, MemoryStatus.FREE_FRAMES), Records.number(record, MemoryStatus.FREE_ISOLATES),
            Records.number(record, MemoryStatus.FREE_QUEUES), Records.number(record, MemoryStatus.FREE_SLOTS), Records.number(record, MemoryStatus.FREE_CONNECTIONS),
            Records.number(record, MemoryStatus.FREE_MODULES));
    }
}
