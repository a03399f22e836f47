package org.bulkhead.isolate.protocol;

/**
 * Memory of the machine, and the nucleus's pools.
 *
 * @param frames page frames that isolates could have in all, 4 KiB each
 * @param freeFrames of these, free
 * @param freeIsolates isolates that could still be made
 * @param freeQueues queues that could still be made
 * @param freeSlots message slots that no queue has
 * @param freeConnections connections that could still be made
 */
public record MemoryInfo(long frames, long freeFrames, int freeIsolates, int freeQueues, int freeSlots, int freeConnections) {}
