package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.memory.*;
import org.bulkhead.vm.magic.*;

/** System calls about the calling isolate itself: its end, its time slice, its memory. */
public record OwnCalls(Deaths deaths, Scheduler scheduler) {
    /** Pages that one call looks at; more than any image has, and a bound on the time with interrupts off. */
    private static final long PAGE_LIMIT = 1 << 16;

    /** Every isolate: ends with reason EXIT. Refuses nothing. */
    long exit(KernelThread thread, long status) {
        deaths.end(thread.isolate, DeathReason.EXIT, 0, status);
        return SystemCalls.PENDING;
    }

    /** Every isolate: ends because its runtime gives up; text that cannot be read is left out. Refuses BAD_ARGUMENT: a reason that a runtime cannot have. */
    long abort(KernelThread thread, long number, long text, long length) {
        DeathReason reason = Deaths.reason(number);
        if (reason != DeathReason.UNCAUGHT_EXCEPTION && reason != DeathReason.OUT_OF_MEMORY && reason != DeathReason.STACK_EXHAUSTED && reason != DeathReason.WILD_ACCESS) {
            return ErrorCode.BAD_ARGUMENT.result;
        }
        deaths.end(thread.isolate, reason, 0, 0, text, length);
        return SystemCalls.PENDING;
    }

    /** Every isolate: lets others of its priority run. Refuses nothing. */
    long yieldSlice(KernelThread thread) {
        scheduler.rotate(thread);
        return 0;
    }

    /** Every isolate: gives back whole pages of its heap window. Refuses BAD_ADDRESS: not all within the window and the isolate's limit. */
    long release(KernelThread thread, long address, long length) {
        return thread.isolate.space.release(address, length) ? 0 : ErrorCode.BAD_ADDRESS.result;
    }

    /** Every isolate: which image pages of a range it has written. Refuses BAD_ARGUMENT: first not a page, or too many; BAD_ADDRESS: range or bitmap; NO_RESOURCE; NO_MEMORY. */
    long writtenPages(KernelThread thread, long first, long count, long bitmap) {
        AddressSpace space = thread.isolate.space;
        if ((first & Window.PAGE - 1) != 0 || count < 0 || count > PAGE_LIMIT) return ErrorCode.BAD_ARGUMENT.result;
        boolean inImage = first >= AddressSpaceLayout.IMAGE_START && first <= AddressSpaceLayout.WINDOWS_START && first + count * Window.PAGE <= AddressSpaceLayout.WINDOWS_START;
        if (!inImage) return ErrorCode.BAD_ADDRESS.result;
        long bytes = count + Byte.SIZE - 1 >> 3;
        if (!space.prepare(bitmap, bytes, AddressSpace.Access.WRITE)) return space.refusal.result;
        for (long i = 0; i < bytes; i++) {
            int bits = 0;
            for (int bit = 0; bit < Byte.SIZE && i * Byte.SIZE + bit < count; bit++) {
                if (space.hasOwnCopy(first + (i * Byte.SIZE + bit) * Window.PAGE)) {
                    bits |= 1 << bit;
                }
            }
            Address.fromLong(space.resolve(bitmap + i, AddressSpace.Access.WRITE)).storeByte((byte) bits);
        }
        return 0;
    }
}
