package org.bulkhead.isolate.call;

import static org.bulkhead.nucleus.abi.AddressSpaceLayout.RUNTIME_SCRATCH;

import java.nio.ByteBuffer;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.RawBuffers;

/**
 * Memory of this isolate outside the Java heap: it never moves, so the nucleus and devices can be pointed at it, and servers can be lent it.
 *
 * <p>It is given out once and never taken back: an isolate makes its messages and buffers when it starts. Zeroed.
 */
public final class RawMemory {
    /** So that a quadword never crosses a cache line, and floating-point state could be kept here. */
    private static final int ALIGNMENT = 16;
    /** Of anything that is large enough to hold a message. */
    private static final int MESSAGE_ALIGNMENT = MessageLayout.SIZE;
    private static final int PAGE = 4096;

    private RawMemory() {}

    /** Returns the start of {@code bytes} bytes nobody else uses. Throws OutOfMemoryError when the raw memory of the isolate is used up. */
    static Address allocate(int bytes) {
        return allocate(bytes, bytes < MESSAGE_ALIGNMENT ? ALIGNMENT : MESSAGE_ALIGNMENT);
    }

    private static Address allocate(int bytes, int alignment) {
        IsolateState state = IsolateState.current();
        long start = (state.nextRaw + alignment - 1) / alignment * alignment;
        if (bytes < 0 || start + bytes > RUNTIME_SCRATCH) {
            throw new OutOfMemoryError("raw memory: " + bytes + " bytes wanted, " + Math.max(0, RUNTIME_SCRATCH - start) + " left");
        }
        state.nextRaw = start + (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return Address.fromLong(start);
    }

    /**
     * {@return a new zeroed little-endian buffer of {@code bytes} bytes, which can be lent; it can never be freed} From 4,096 bytes on it begins at a page: whole pages are lent without
     * being copied.
     *
     * @param bytes how many, 0 or more
     * @throws OutOfMemoryError when the raw memory of the isolate is used up
     */
    public static ByteBuffer allocateBuffer(int bytes) {
        return RawBuffers.at(allocate(bytes, bytes < PAGE ? ALIGNMENT : PAGE), bytes);
    }

    /**
     * {@return the buffer over {@code bytes} bytes that the nucleus has mapped at an address}
     *
     * @param address an address of this isolate
     * @param bytes how many, 0 or more
     */
    public static ByteBuffer bufferAt(long address, int bytes) {
        return RawBuffers.at(Address.fromLong(address), bytes);
    }

    /**
     * {@return whether a buffer is over memory that stays where it is, so that it can be lent}
     *
     * @param buffer any buffer
     */
    public static boolean isRaw(ByteBuffer buffer) {
        return !RawBuffers.addressOf(buffer).isZero();
    }

    /**
     * {@return where the buffer's position is}
     *
     * @param buffer over raw memory
     * @throws IllegalArgumentException if it is on the Java heap, where nothing keeps its place
     */
    public static Address addressOf(ByteBuffer buffer) {
        if (!isRaw(buffer)) {
            throw new IllegalArgumentException("a buffer on the Java heap has no lasting address: use one of RawMemory.allocateBuffer");
        }
        return RawBuffers.addressOf(buffer).plus(buffer.position());
    }

    /**
     * Sets the remaining bytes of a buffer to 0; its position stays.
     *
     * @param buffer over raw memory
     */
    public static void clear(ByteBuffer buffer) {
        Address start = addressOf(buffer);
        int whole = buffer.remaining() & -Long.BYTES;
        Magic.clear(start, whole);
        for (int i = whole; i < buffer.remaining(); i++) {
            start.storeByte((byte) 0, i);
        }
    }
}
