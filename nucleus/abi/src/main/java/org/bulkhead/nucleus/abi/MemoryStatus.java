package org.bulkhead.nucleus.abi;

/**
 * What the nucleus tells of memory and of its pools.
 *
 * <pre>
 *  0 u64 page frames that isolates could have in all   8 u64 free page frames
 * 16 u32 free isolates  20 u32 free queues  24 u32 free slots  28 u32 free connections
 * </pre>
 */
public final class MemoryStatus {
    public static final int SIZE = 32;
    public static final int FRAMES = 0;
    public static final int FREE_FRAMES = 8;
    public static final int FREE_ISOLATES = 16;
    public static final int FREE_QUEUES = 20;
    public static final int FREE_SLOTS = 24;
    public static final int FREE_CONNECTIONS = 28;

    private MemoryStatus() {}
}
