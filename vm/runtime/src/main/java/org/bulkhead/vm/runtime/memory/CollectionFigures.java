package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.NoStackProbe;

/** What the collections of a program have been like so far: how many, how long it stood still, what they left. Takes no memory that grows. */
@NoStackProbe
public final class CollectionFigures {
    /** Pauses are counted in classes, eight for each power of two, so a median is at most 13 % too high. */
    private static final int CLASSES_PER_POWER = 8;
    private static final int LOG_CLASSES = 3;
    private static final int POWERS = 48;

    private final int[] pauses = new int[POWERS * CLASSES_PER_POWER];
    private long collections;
    private long longest;
    private long total;
    private long last;
    private long before;
    private long live;
    private long moved;

    CollectionFigures() {}

    void add(long nanos, long usedBefore, long liveAfter, long movedBytes) {
        collections++;
        last = nanos;
        total += nanos;
        if (longest < nanos) {
            longest = nanos;
        }
        before = usedBefore;
        live = liveAfter;
        moved = movedBytes;
        pauses[classOf(nanos)]++;
    }

    private static int classOf(long nanos) {
        long value = nanos < CLASSES_PER_POWER ? CLASSES_PER_POWER : nanos;
        int shift = 0;
        while (value >= 2 * CLASSES_PER_POWER) {
            value >>>= 1;
            shift++;
        }
        int number = (shift << LOG_CLASSES) + (int) value - CLASSES_PER_POWER;
        return number < POWERS * CLASSES_PER_POWER ? number : POWERS * CLASSES_PER_POWER - 1;
    }

    /** Returns the number of collections. */
    public long collections() {
        return collections;
    }

    /** Returns the nanoseconds that all collections together took. */
    public long totalPause() {
        return total;
    }

    /** Returns the nanoseconds that the longest collection took, 0 if there was none. */
    public long longestPause() {
        return longest;
    }

    /** Returns the nanoseconds that the last collection took, 0 if there was none. */
    public long lastPause() {
        return last;
    }

    /** Returns the nanoseconds that half of the collections did not exceed, up to 13 % more than exact and at most {@link #longestPause}; 0 if there was none. */
    public long medianPause() {
        long below = 0;
        for (int number = 0; number < pauses.length; number++) {
            below += pauses[number];
            if (below != 0 && below * 2 >= collections) {
                long end = (long) ((number & CLASSES_PER_POWER - 1) + CLASSES_PER_POWER + 1) << (number >>> LOG_CLASSES);
                return end < longest ? end : longest;
            }
        }
        return 0;
    }

    /** Returns the bytes in use when the last collection began. */
    public long usedBefore() {
        return before;
    }

    /** Returns the bytes that the last collection found live, whole lines of 128. */
    public long live() {
        return live;
    }

    /** Returns the bytes that the last collection moved. */
    public long moved() {
        return moved;
    }
}
