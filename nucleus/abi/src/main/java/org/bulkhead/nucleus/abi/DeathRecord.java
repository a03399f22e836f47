package org.bulkhead.nucleus.abi;

/**
 * What the nucleus keeps of a death, in a ring that overwrites the oldest.
 *
 * <pre>
 *   0 0  16 u32 generation  20 0  24 u32 {@link DeathReason} ordinal  28 u32 processor exception vector, or 0
 *  32 u64 detail (status, address)  40 u64 time-stamp counter at the fault  48 u64 time-stamp counter when its queue next completed a request, 0 = not yet
 *  56 u64 nanoseconds since boot
 *  64 u64 × 18 registers: rax rbx rcx rdx rsi rdi rbp rsp r8..r15 rip rflags
 * 208 u32 number of stack entries  212 u32 operation of the message in service, -1 = none  216 u32 length of the text  220 u32 0
 * 224 u32 × 24 return addresses from the innermost on (found by following rbp, as far as that was readable)
 * 320 char[192] text (UTF-8), e.g. the exception's class, message
 * 512 u8[128] the message in service for longest, as its server got it ({@link MessageLayout}); zero if there was none
 * 640 u32 pages in use  644 0  652 u32 times that it used up its processor budget  656 u64 time-stamp ticks that it used in all
 * 664 u32 1 = it had been ready  668 u32 number of trace records  672 {@link TraceRecord} × 8: the last of this isolate, oldest first
 * 928 the {@link IsolateRecord} that it was made from: its name, program, incarnation, limits
 * </pre>
 */
public final class DeathRecord {
    public static final int SIZE = 1024;
    public static final int GENERATION = 16;
    public static final int REASON = 24;
    public static final int VECTOR = 28;
    public static final int DETAIL = 32;
    public static final int FAULT_TICKS = 40;
    public static final int SERVICE_TICKS = 48;
    public static final int NANOSECONDS = 56;
    public static final int REGISTERS = 64;
    public static final int STACK_COUNT = 208;
    public static final int OPERATION = 212;
    public static final int TEXT_LENGTH = 216;
    public static final int STACK = 224;
    public static final int STACK_LIMIT = 24;
    public static final int TEXT = 320;
    public static final int TEXT_SIZE = 192;
    public static final int MESSAGE = 512;
    public static final int PAGES = 640;
    public static final int OVERRUNS = 652;
    public static final int TICKS = 656;
    public static final int READY = 664;
    public static final int TRACE_COUNT = 668;
    public static final int TRACE = 672;
    public static final int TRACE_LIMIT = 8;
    public static final int RECORD = 928;

    private DeathRecord() {}
}
