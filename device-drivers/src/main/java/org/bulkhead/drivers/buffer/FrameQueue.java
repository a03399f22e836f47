package org.bulkhead.drivers.buffer;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.call.RawMemory;

/** Frames of an Ethernet that were received and that nobody has asked for yet, oldest first, at most 24 of them. */
public final class FrameQueue {
    /** Bytes of a place: the longest frame, rounded up. */
    public static final int PLACE = 1536;

    private static final int PLACES = 24;

    private final ByteBuffer memory = RawMemory.allocateBuffer(PLACES * PLACE);
    private final int[] lengths = new int[PLACES];
    private int first;
    private int count;

    /** Returns whether there is none. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** Returns whether there is no free place. */
    public boolean isFull() {
        return count == PLACES;
    }

    /** Returns the memory for the next frame to be added, position 0; there must be a free place. */
    public ByteBuffer freePlace() {
        return memory.slice((first + count) % PLACES * PLACE, PLACE);
    }

    /** Adds the frame that was put to {@link #freePlace}. */
    public void add(int length) {
        lengths[(first + count) % PLACES] = length;
        count++;
    }

    /** Returns the oldest frame, from position to limit; there must be one. */
    public ByteBuffer first() {
        return memory.slice(first * PLACE, lengths[first]);
    }

    /** Forgets the oldest frame; there must be one. */
    public void removeFirst() {
        first = (first + 1) % PLACES;
        count--;
    }
}
