package org.bulkhead.nucleus.abi;

/**
 * What the nucleus tells of a queue; isolates are given by their place in the pool.
 *
 * <pre>
 *  0 u32 capacity, 0 = there is no such queue now   4 u32 generation   8 u32 owner  12 u32 server, -1 = none
 * 16 u32 rank  20 u32 slots promised  24 u32 queued  28 u32 in service
 * 32 u64 messages since it was made  40 u64 age of the oldest queued message, nanoseconds  48 u64 of the oldest in service  56 u64 0
 * </pre>
 */
public final class QueueStatus {
    public static final int SIZE = 64;
    public static final int CAPACITY = 0;
    public static final int GENERATION = 4;
    public static final int OWNER = 8;
    public static final int SERVER = 12;
    public static final int RANK = 16;
    public static final int RESERVED = 20;
    public static final int QUEUED = 24;
    public static final int IN_SERVICE = 28;
    public static final int MESSAGES = 32;
    public static final int QUEUED_AGE = 40;
    public static final int SERVICE_AGE = 48;

    private QueueStatus() {}
}
