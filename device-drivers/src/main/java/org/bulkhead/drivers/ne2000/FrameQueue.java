package org.bulkhead.drivers.ne2000;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.call.RawMemory;

/** Received frames that nobody has asked for yet, oldest first, up to a bound. */
final class FrameQueue {
    /** Bytes of a place: the longest frame, rounded up. */
    static final int PLACE = 1536;

    private static final int PLACES = 24;

    private final ByteBuffer memory = RawMemory.allocateBuffer(PLACES * PLACE);
    private final int[] lengths = new int[PLACES];
    private int first;
    private int count;

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return count == PLACES;
    }

    /** Returns the memory for the next frame to be added, position 0; there must be a free place. */
    ByteBuffer freePlace() {
        return memory.slice((first + count) % PLACES * PLACE, PLACE);
    }

    /** Adds the frame that was put to {@link #freePlace}. */
    void add(int length) {
        lengths[(first + count) % PLACES] = length;
        count++;
    }

    /** Returns the oldest frame, from position to limit; there must be one. */
    ByteBuffer first() {
        return memory.slice(first * PLACE, lengths[first]);
    }

    void removeFirst() {
        first = (first + 1) % PLACES;
        count--;
    }
}
