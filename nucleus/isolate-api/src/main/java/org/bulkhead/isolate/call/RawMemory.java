package org.bulkhead.isolate.call;

import static org.bulkhead.nucleus.abi.AddressSpaceLayout.RUNTIME_SCRATCH;

import org.bulkhead.vm.magic.Address;

/**
 * Memory of this isolate outside the Java heap: it never moves, so the nucleus and devices can be pointed at it.
 *
 * <p>It is given out once and never taken back: an isolate makes its messages and buffers when it starts. Zeroed.
 */
final class RawMemory {
    /** So that a quadword never crosses a cache line, and floating-point state could be kept here. */
    private static final int ALIGNMENT = 16;

    private RawMemory() {}

    /** Returns the start of {@code bytes} bytes nobody else uses. Throws OutOfMemoryError when the raw memory of the isolate is used up. */
    static Address allocate(int bytes) {
        IsolateState state = IsolateState.current();
        long start = state.nextRaw;
        if (bytes < 0 || start + bytes > RUNTIME_SCRATCH) {
            throw new OutOfMemoryError("raw memory: " + bytes + " bytes wanted, " + (RUNTIME_SCRATCH - start) + " left");
        }
        state.nextRaw = start + (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return Address.fromLong(start);
    }
}
