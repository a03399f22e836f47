package org.bulkhead.nucleus.abi;

/** What the nucleus tells of memory and of its pools ({@link SystemCall#INSPECT_MEMORY}): 64 bits for each field, in this order. FRAMES are the page frames that isolates and modules could have in all. */
public enum MemoryStatus {
    FRAMES, FREE_FRAMES, FREE_ISOLATES, FREE_QUEUES, FREE_SLOTS, FREE_CONNECTIONS, FREE_MODULES
}
