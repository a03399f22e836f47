package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.kernel.memory.AddressSpace;
import org.bulkhead.nucleus.kernel.memory.Window;
import org.bulkhead.vm.magic.Address;

/** System calls about the isolate's own memory. */
public final class MemoryCalls {
    /** Pages that one call looks at; more than any image has, and a bound on the time with interrupts off. */
    private static final long PAGE_LIMIT = 1 << 16;

    /** Every isolate: gives back whole pages of its heap window. Refuses BAD_ADDRESS: not all within the window and the isolate's limit. */
    long release(KernelThread thread, long address, long length) {
        AddressSpace space = thread.isolate.space;
        if (!space.inHeap(address, length)) return Refusal.BAD_ADDRESS;
        space.release(address, length);
        return 0;
    }

    /** Every isolate: which image pages of a range it has written. Refuses BAD_ARGUMENT: first not a page, or too many; BAD_ADDRESS: range or bitmap. */
    long writtenPages(KernelThread thread, long first, long count, long bitmap) {
        AddressSpace space = thread.isolate.space;
        if ((first & Window.PAGE - 1) != 0 || count < 0 || count > PAGE_LIMIT) return Refusal.BAD_ARGUMENT;
        if (first < AddressSpaceLayout.IMAGE_START || first > AddressSpaceLayout.WINDOWS_START || first + count * Window.PAGE > AddressSpaceLayout.WINDOWS_START) {
            return Refusal.BAD_ADDRESS;
        }
        long bytes = count + Byte.SIZE - 1 >> 3;
        if (!space.prepare(bitmap, bytes, AddressSpace.Access.WRITE)) return Refusal.of(space.failure());
        for (long i = 0; i < bytes; i++) {
            int bits = 0;
            for (int bit = 0; bit < Byte.SIZE && i * Byte.SIZE + bit < count; bit++) {
                if (space.hasOwnCopy(first + (i * Byte.SIZE + bit) * Window.PAGE)) bits |= 1 << bit;
            }
            Address.fromLong(space.resolve(bitmap + i, AddressSpace.Access.WRITE)).storeByte((byte) bits);
        }
        return 0;
    }
}
