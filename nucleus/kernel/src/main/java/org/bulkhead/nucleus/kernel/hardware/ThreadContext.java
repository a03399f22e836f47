package org.bulkhead.nucleus.kernel.hardware;

import org.bulkhead.vm.magic.*;

/**
 * The page that a thread's machine state lives in while the thread does not run. The entry code writes and reads it.
 *
 * <pre>
 *   0 u64 × 18 rax rbx rcx rdx rsi rdi rbp rsp r8..r15 rip rflags (the order of a death record)
 * 144 u64 how the thread came in: 1 system call, 0 interrupt or exception
 * 512 512 bytes floating-point state
 * 1024 copy of the record that the isolate was made from
 * </pre>
 */
public final class ThreadContext {
    public static final int RAX = 0;
    public static final int RCX = 16;
    public static final int RDX = 24;
    public static final int RSI = 32;
    public static final int RDI = 40;
    public static final int RBP = 48;
    public static final int RSP = 56;
    public static final int R8 = 64;
    public static final int R10 = 80;
    public static final int RIP = 128;
    public static final int RFLAGS = 136;
    /** Bytes of the general registers, rip and rflags. */
    public static final int REGISTERS_SIZE = 144;
    public static final int BY_SYSTEM_CALL = 144;
    public static final int FLOATING_POINT = 512;
    public static final int RECORD = 1024;

    /** rflags of a new thread: interrupts on, and the bit that is always 1. */
    private static final long INITIAL_FLAGS = 0x202;
    /** x87 control word: all exceptions masked, 64-bit precision (Intel SDM 1, 8.1.5). */
    private static final short INITIAL_X87_CONTROL = 0x37F;
    /** MXCSR: all exceptions masked, round to nearest (Intel SDM 1, 10.2.3). */
    private static final int INITIAL_MXCSR = 0x1F80;
    private static final int MXCSR = 24;

    private ThreadContext() {}

    /** Prepares a zeroed page for a thread that starts at {@code entry} with an empty stack ending at {@code stackEnd}. */
    public static void initialize(long context, long entry, long stackEnd) {
        Address page = Address.fromLong(context);
        page.storeLong(entry, RIP);
        page.storeLong(INITIAL_FLAGS, RFLAGS);
        // As behind a call: the untouched stack gives a return address of 0, which ends stack walks.
        page.storeLong(stackEnd - Long.BYTES, RSP);
        page.storeShort(INITIAL_X87_CONTROL, FLOATING_POINT);
        page.storeInt(INITIAL_MXCSR, FLOATING_POINT + MXCSR);
    }
}
