package org.bulkhead.vm.magic;

/** What a program can learn about the collections of its own heap, which it can do nothing about. On HotSpot all figures are 0. */
public final class CollectorFigures {
    private CollectorFigures() {}

    /** Returns the number of collections so far. */
    public static long collections() {
        return 0;
    }

    /** Returns the nanoseconds that half of the collections did not exceed, exact to an eighth; 0 if there was none. */
    public static long medianPauseNanos() {
        return 0;
    }

    /** Returns the nanoseconds that the longest collection took, 0 if there was none. */
    public static long longestPauseNanos() {
        return 0;
    }

    /** Returns the nanoseconds that all collections together took. */
    public static long totalPauseNanos() {
        return 0;
    }

    /** Returns the bytes that the last collection found live, in whole lines of 128 bytes. */
    public static long liveBytes() {
        return 0;
    }
}
