package org.bulkhead.servers.crashloop;

/** What a chunk of the disk holds: quadwords that follow from the chunk's number and a version. Made and checked by the host as well as in the system. */
public final class LoadContents {
    /** Bytes of a chunk, which is one request. */
    public static final int CHUNK = 64 * 1024;
    /** Quadwords of a chunk. */
    public static final int LONGS = CHUNK / Long.BYTES;
    /** Bytes that are read and written. */
    public static final int SIZE = 64 << 20;
    /** Their chunks. */
    public static final int CHUNKS = SIZE / CHUNK;
    /** Where they begin on the disk, in bytes; the plan is before. */
    public static final int START = 1 << 20;

    /** Fractional part of the golden ratio: successive multiples differ in all bits (Knuth, The Art of Computer Programming, 6.4). */
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;
    /** From 2^31 on the multiples of chunks do not overlap those of versions. */
    private static final int VERSION_SHIFT = 31;

    private LoadContents() {}

    private static long first(int chunk, long version) {
        return ((version << VERSION_SHIFT) + (long) chunk * LONGS) * STEP;
    }

    /** Fills an array of {@link #LONGS} with the chunk. */
    public static void fill(long[] into, int chunk, long version) {
        long value = first(chunk, version);
        for (int i = 0; i < LONGS; i++) {
            into[i] = value;
            value += STEP;
        }
    }

    /** Returns whether an array of {@link #LONGS} is exactly the chunk. */
    public static boolean isRight(long[] found, int chunk, long version) {
        long value = first(chunk, version);
        for (int i = 0; i < LONGS; i++) {
            if (found[i] != value) {
                return false;
            }
            value += STEP;
        }
        return true;
    }
}
