package org.bulkhead.nucleus.abi;

/**
 * What an isolate is made from.
 *
 * <pre>
 *   0 char[16] name, Latin-1, zero-padded
 *  16 u32 program number (rdi of its first thread)   20 u32 incarnation, 0 for the first (esi)
 *  24 u32 rank        28 u32 priority, 0 (lowest) to 7
 *  32 u32 heap limit in pages    36 u32 total page quota
 *  40 u32 processor budget, percent of each 100 ms period, 1..100
 *  44 u32 longest continuous run without receiving, milliseconds, 0 = none  (then CPU_BUDGET)
 *  48 u32 longest service of a request, milliseconds, 0 = none (then REQUEST_OVERDUE)
 *  52 u32 notification bit that the supervisor gets when it dies, and once when it is ready: when it first receives messages
 *  56 u64 argument (rdx)
 *  64 u32 longest time that a request stays queued while it serves, milliseconds, 0 = none (then QUEUE_OVERDUE)
 *  68 u32 handle, in the maker's table, of the sealed module that it runs besides the image, 0 = none
 * </pre>
 * The first thread starts at the image's isolate entry with rdi = program number, esi = incarnation, rdx = argument, rcx = start of the Java heap
 * ({@link AddressSpaceLayout#JAVA_HEAP_START}), r8 = its limit in bytes (the heap limit less the raw memory), rbp = 0, and a zero return address on its stack.
 */
public final class IsolateRecord {
    public static final int SIZE = 72;
    public static final int NAME = 0;
    public static final int NAME_SIZE = 16;
    public static final int PROGRAM = 16;
    public static final int INCARNATION = 20;
    public static final int RANK = 24;
    public static final int PRIORITY = 28;
    public static final int HEAP_PAGES = 32;
    public static final int PAGE_QUOTA = 36;
    public static final int CPU_PERCENT = 40;
    public static final int RUN_LIMIT = 44;
    public static final int REQUEST_LIMIT = 48;
    public static final int DEATH_BIT = 52;
    public static final int ARGUMENT = 56;
    public static final int QUEUE_LIMIT = 64;
    public static final int MODULE = 68;

    private IsolateRecord() {}
}
