package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.nucleus.kernel.memory.*;
import org.bulkhead.vm.magic.*;

/**
 * Processor exceptions in ring 3. First memory that comes on demand; then what Java has an exception for (null, stack overflow, division by zero, a window in which nothing is mapped any more), which continues at the image's fault entry; all else
 * is the isolate's death. (Intel SDM 3A, 6.15.)
 */
public record Faults(Hardware hardware, KernelLog log, Deaths deaths) {
    /** Number of vectors that are exceptions. */
    public static final int VECTORS = 32;

    private static final int DIVIDE = 0;
    private static final int INVALID_OPCODE = 6;
    private static final int STACK_SEGMENT = 12;
    private static final int GENERAL_PROTECTION = 13;
    private static final int PAGE_FAULT = 14;

    // Error code of a page fault.
    private static final long WRITE = 2;
    private static final long RESERVED_BIT = 8;
    private static final long FETCH = 16;

    /** Kinds of fault that the image's fault entry knows. */
    private static final int KIND_MEMORY = 1;
    private static final int KIND_DIVISION = 2;
    private static final int KIND_WINDOW = 4;
    /** Bytes of the image's fault entry: a fault in there can't be reported to it. */
    private static final int FAULT_ENTRY_SIZE = 16;


    /** Handles an exception of the current thread. */
    public void handle(KernelThread thread, int vector, long error) {
        long pc = thread.register(ThreadContext.RIP);
        switch (vector) {
            case PAGE_FAULT -> pageFault(thread, hardware.faultAddress(), error);
            case DIVIDE -> reflectOrEnd(thread, 0, KIND_DIVISION, DeathReason.PROCESSOR_EXCEPTION, vector, vector);
            case INVALID_OPCODE -> deaths.end(thread.isolate, DeathReason.INVALID_INSTRUCTION, vector, pc);
            case GENERAL_PROTECTION -> {
                // Otherwise it was an address that is not canonical; the processor does not say which.
                boolean privileged = PrivilegedInstructions.isAt(thread);
                deaths.end(thread.isolate, privileged ? DeathReason.PRIVILEGED_INSTRUCTION : DeathReason.WILD_ACCESS, vector, privileged ? pc : 0);
            }
            case STACK_SEGMENT -> deaths.end(thread.isolate, DeathReason.WILD_ACCESS, vector, thread.register(ThreadContext.RSP));
            case ProcessorBlock.NON_MASKABLE, ProcessorBlock.DOUBLE_FAULT, ProcessorBlock.MACHINE_CHECK -> log.broken(Text.of("a non-maskable interrupt, double fault or machine check"));
            default -> deaths.end(thread.isolate, DeathReason.PROCESSOR_EXCEPTION, vector, vector);
        }
    }

    private void pageFault(KernelThread thread, long address, long error) {
        log.require((error & RESERVED_BIT) == 0, Text.of("a page table has a reserved bit set"));
        AddressSpace space = thread.isolate.space;
        if ((error & FETCH) == 0) {
            if (space.resolve(address, (error & WRITE) != 0 ? AddressSpace.Access.WRITE : AddressSpace.Access.READ) != 0) return;
            if (space.refusal != ErrorCode.BAD_ADDRESS) {
                deaths.end(thread.isolate, DeathReason.OUT_OF_MEMORY, PAGE_FAULT, address);
                return;
            }
            boolean stackGuard = address >= AddressSpaceLayout.STACK_GUARD && address < AddressSpaceLayout.STACK_START;
            boolean window = address >= AddressSpaceLayout.WINDOWS_START && address < AddressSpaceLayout.HEAP_START;
            if (stackGuard || window || address >= 0 && address < AddressSpaceLayout.NULL_END) {
                reflectOrEnd(thread, address, window ? KIND_WINDOW : KIND_MEMORY, stackGuard ? DeathReason.STACK_EXHAUSTED : DeathReason.WILD_ACCESS, PAGE_FAULT, address);
                return;
            }
        }
        deaths.end(thread.isolate, DeathReason.WILD_ACCESS, PAGE_FAULT, address);
    }

    /** Continues at the fault entry as if the faulting instruction had called it; if that code itself faulted, the isolate ends. What else ring 3 executes is Java code: no other page is executable for it. */
    private void reflectOrEnd(KernelThread thread, long address, int kind, DeathReason reason, int vector, long detail) {
        long pc = thread.register(ThreadContext.RIP);
        if (pc >= KernelImage.faultEntry && pc < KernelImage.faultEntry + FAULT_ENTRY_SIZE) {
            deaths.end(thread.isolate, reason, vector, detail);
            return;
        }
        thread.setRegister(ThreadContext.RDI, pc);
        thread.setRegister(ThreadContext.RSI, address);
        thread.setRegister(ThreadContext.RDX, kind);
        thread.setRegister(ThreadContext.RIP, KernelImage.faultEntry);
    }

    /** Recognises instructions that only ring 0, or a holder of the port, may execute: general protection has one vector for them and for wild addresses. (Intel SDM 2, appendix A.) */
    private static final class PrivilegedInstructions {
        private static final int LENGTH_LIMIT = 15;
        // Ranges, first and last.
        /** Segments, REX, operand and address size, lock, repeat. */
        private static final int[] PREFIXES = {0x26, 0x26, 0x2E, 0x2E, 0x36, 0x36, 0x3E, 0x3E, 0x40, 0x4F, 0x64, 0x67, 0xF0, 0xF0, 0xF2, 0xF3};
        /** ins, outs; int3, int, iret; in, out; hlt; cli, sti. */
        private static final int[] ONE_BYTE = {0x6C, 0x6F, 0xCC, 0xCF, 0xE4, 0xE7, 0xEC, 0xEF, 0xF4, 0xF4, 0xFA, 0xFB};
        /** sldt … lmsw; clts, sysret, invd, wbinvd; moves to and from control and debug registers; wrmsr; rdmsr, rdpmc; sysexit. */
        private static final int[] TWO_BYTE = {0x00, 0x01, 0x06, 0x09, 0x20, 0x23, 0x30, 0x30, 0x32, 0x33, 0x35, 0x35};

        static boolean isAt(KernelThread thread) {
            long at = thread.register(ThreadContext.RIP);
            long end = at + LENGTH_LIMIT;
            while (isIn(PREFIXES, byteAt(thread, at)) && at < end) {
                at++;
            }
            return byteAt(thread, at) == 0x0F ? isIn(TWO_BYTE, byteAt(thread, at + 1)) : isIn(ONE_BYTE, byteAt(thread, at));
        }

        private static int byteAt(KernelThread thread, long pc) {
            long place = thread.isolate.space.peek(pc);
            return place == 0 ? 0 : Address.fromLong(place).loadByte() & 0xFF;
        }

        private static boolean isIn(int[] ranges, int opcode) {
            int i = 0;
            while (i < ranges.length && (opcode < ranges[i] || opcode > ranges[i + 1])) {
                i += 2;
            }
            return i < ranges.length;
        }
    }
}
