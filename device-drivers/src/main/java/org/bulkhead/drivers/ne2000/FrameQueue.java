package org.bulkhead.drivers.ne2000;

import org.bulkhead.isolate.call.RawBuffer;

/** Received frames that nobody has asked for yet, oldest first, up to a bound. */
final class FrameQueue {
    /** Bytes of a place: the longest frame, rounded up. */
    static final int PLACE = 1536;

    private static final int PLACES = 24;

    private final RawBuffer memory = RawBuffer.allocate(PLACES * PLACE);
    private final int[] lengths = new int[PLACES];
    private int first;
    private int count;

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return count == PLACES;
    }

    /** Returns the memory in which all places lie. */
    RawBuffer memory() {
        return memory;
    }

    /** Returns where the next frame to be added goes; there must be a free place. */
    int freePlace() {
        return (first + count) % PLACES * PLACE;
    }

    /** Adds the frame that was put to {@link #freePlace}. */
    void add(int length) {
        lengths[(first + count) % PLACES] = length;
        count++;
    }

    /** Returns where the oldest frame lies; there must be one. */
    int firstPlace() {
        return first * PLACE;
    }

    /** Returns the length of the oldest frame. */
    int firstLength() {
        return lengths[first];
    }

    void removeFirst() {
        first = (first + 1) % PLACES;
        count--;
    }
}
