package org.bulkhead.vm.magic;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory outside the Java heap as {@link ByteBuffer}s: in an image direct buffers over the address; on HotSpot, as it stands here, buffers over the array behind the current
 * {@link SimulatedMemory}, which the runtime's substitution replaces.
 */
public final class RawBuffers {
    private RawBuffers() {}

    /**
     * Returns a little-endian buffer over {@code bytes} bytes from {@code start} on, position 0. It does not keep the memory mapped.
     *
     * @throws IllegalArgumentException on HotSpot, if the range is not within memory that was mapped by one call
     */
    public static ByteBuffer at(Address start, int bytes) {
        return SimulatedMemory.current().buffer(start.toLong(), bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns the address of index 0 of a buffer, 0 if its memory is on the Java heap, where it has none that lasts. */
    public static Address addressOf(ByteBuffer buffer) {
        return Address.fromLong(SimulatedMemory.current().addressOf(buffer));
    }
}
