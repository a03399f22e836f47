package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.*;
import org.bulkhead.nucleus.kernel.memory.*;
import org.bulkhead.vm.magic.*;

/** System calls about the calling isolate itself: its end, its time slice, its memory. */
public record OwnCalls(Deaths deaths, Scheduler scheduler, Pools pools) {
    /** Pages that one call looks at: their bits fill a page, and it is a bound on the time with interrupts off. */
    private static final long PAGE_LIMIT = Window.PAGE * Byte.SIZE;

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
        Address bits = Address.fromLong(pools.scratch);
        Magic.clear(bits, bytes + Long.BYTES - 1 & -Long.BYTES);
        for (int i = 0; i < count; i++) {
            int bit = space.hasOwnCopy(first + (long) i * Window.PAGE) ? 1 << (i & 7) : 0;
            bits.storeByte((byte) (bits.loadByte(i >> 3) | bit), i >> 3);
        }
        return space.copyOut(pools.scratch, bitmap, bytes) ? 0 : space.refusal.result;
    }
}
