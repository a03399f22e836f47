package org.bulkhead.nucleus.abi;

/**
 * What the nucleus remembers, in memory that outlives a warm restart; whole pages. When the nucleus gives up it seals this, and the boot loader, which has the BIOS, writes it to the disk.
 *
 * <pre>
 *  0 u32 {@link #MAGIC}: sealed   4 u32 0
 *  8 u32 which image runs: the number in its header   12 u32 dumps that the boot loader has written, one at each of the restarts since a start without one
 * 16 u64 checksum: from the image's number, signed, on, 31 times it plus the next 64 bits, of all that follows
 * 24 u64 offset behind the log's last byte, counted from the start of time: the last line says why the nucleus gave up
 * {@link #LOG} 64 KiB, a ring   {@link #DEATHS} 32 {@link DeathRecord}, a ring: of those not used yet the time is 0   {@link #TRACE} 1,024 {@link TraceRecord}, likewise
 * </pre>
 */
public final class DumpLayout {
    /** Physical address: room that the builder leaves behind the nucleus's data, so that it is zero at the start. BIOSes clear or use much of the first megabyte, and the end of the memory. */
    public static final long PLACE = 0x30_0000;
    public static final int SIZE = 0x2_1000;
    /** "DUMP". */
    public static final int MAGIC = 0x504D_5544;
    public static final int IMAGE = 8;
    public static final int CHECKSUM = 16;
    public static final int LOG_END = 24;
    public static final int LOG = 0x1000;
    public static final int DEATHS = 0x1_1000;
    public static final int TRACE = 0x1_9000;

    private DumpLayout() {}
}
