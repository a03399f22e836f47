package org.bulkhead.nucleus.abi;

/**
 * What the nucleus tells of a handle.
 *
 * <pre>
 *  0 u32 {@link HandleKind} ordinal   4 u32 {@link Rights}   8 u32 place of the object in its pool (CONNECTION: of its queue)  12 u32 1 = the object is gone
 * 16 u64 a   24 u64 b
 * </pre>
 * a and b: CONNECTION credits, credits in use; NOTIFICATION mask; INTERRUPT line, bit; PORTS first, count; DEVICE_WINDOW and DMA address in the isolate (0 = not mapped), bytes; else 0.
 */
public final class HandleRecord {
    public static final int SIZE = 32;
    public static final int KIND = 0;
    public static final int RIGHTS = 4;
    public static final int OBJECT = 8;
    public static final int STALE = 12;
    public static final int A = 16;
    public static final int B = 24;

    private HandleRecord() {}
}
