package org.bulkhead.nucleus.abi;

/**
 * What the nucleus tells of an interrupt line.
 *
 * <pre>
 *  0 u32 owner's place in the pool of isolates, -1 = none   4 u32 notification bit   8 u32 1 = masked  12 u32 0  16 u64 interrupts since boot
 * </pre>
 */
public final class LineStatus {
    public static final int SIZE = 24;
    public static final int OWNER = 0;
    public static final int BIT = 4;
    public static final int MASKED = 8;
    public static final int COUNT = 16;

    private LineStatus() {}
}
