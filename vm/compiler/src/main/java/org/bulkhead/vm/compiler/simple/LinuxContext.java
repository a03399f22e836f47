package org.bulkhead.vm.compiler.simple;

import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Register;

/**
 * The part of Linux's {@code ucontext_t} on x86-64 that the signal handler changes (asm/ucontext.h and sys/ucontext.h).
 *
 * <pre>
 *    0 flags, link   16 stack (24 bytes)   40 general registers, 8 bytes each, in the order of REG_R8 …
 * </pre>
 * Constants are the numbers of registers in that order.
 */
enum LinuxContext {
    RDI(8), RSI(9), RDX(12), RIP(16);

    static final int SIGBUS = 7;
    static final int SIGFPE = 8;
    static final int SIGSEGV = 11;
    /** Offset of si_addr in siginfo_t. */
    static final int SIGINFO_ADDRESS = 16;
    /** System call number of rt_sigreturn. */
    static final int RT_SIGRETURN = 15;

    private static final int GENERAL_REGISTERS = 40;

    private final int number;

    LinuxContext(int number) {
        this.number = number;
    }

    Memory in(Register context) {
        return Memory.at(context, GENERAL_REGISTERS + number * Long.BYTES);
    }
}
