package org.bulkhead.servers.exerciser;

/**
 * What the exerciser writes into a block: bytes that follow from the block's number and a version, so that a reader knows of each byte what it must be, and can tell from a block that is wrong where
 * it belongs.
 *
 * <p>A block is 64 quadwords: a mark, its number, its version, 60 that follow from number and version, and a sum of all before it.
 */
final class BlockContents {
    /** Bytes of a block. */
    static final int SIZE = 512;

    /** Quadwords of a block. */
    static final int LONGS = SIZE / Long.BYTES;

    private static final long MARK = 0x6B6C_7562_6B63_6F6CL;
    private static final int NUMBER = 1;
    private static final int VERSION = 2;
    private static final int FILLING = 3;
    private static final int SUM = LONGS - 1;
    /** Multiplier and increment of Knuth's linear congruential generator of 64 bits (MMIX). */
    private static final long MULTIPLIER = 6364136223846793005L;
    private static final long INCREMENT = 1442695040888963407L;

    private BlockContents() {}

    private static long first(long block, long version) {
        return (block * MULTIPLIER + version) * MULTIPLIER + INCREMENT;
    }

    /** Writes version {@code version} of block number {@code block} to {@code into} from index {@code at} on. */
    static void fill(long[] into, int at, long block, long version) {
        into[at] = MARK;
        into[at + NUMBER] = block;
        into[at + VERSION] = version;
        long value = first(block, version);
        long sum = MARK ^ block ^ version;
        for (int i = at + FILLING; i < at + SUM; i++) {
            value = value * MULTIPLIER + INCREMENT;
            into[i] = value;
            sum ^= value;
        }
        into[at + SUM] = sum;
    }

    /**
     * Returns null if block number {@code block}, which is in {@code from} from index {@code at} on, is a version from {@code oldest} to {@code newest}, whole; otherwise what it is in one word: an older or
     * newer version, another block, or none.
     */
    static String problem(long[] from, int at, long block, int oldest, int newest) {
        if (from[at] != MARK) {
            return "FOREIGN";
        }
        long number = from[at + NUMBER];
        long version = from[at + VERSION];
        if (!isWhole(from, at, number, version)) {
            return "DAMAGED";
        }
        if (number != block) {
            return "MISDIRECTED";
        }
        if (version < oldest) {
            return "STALE";
        }
        return version > newest ? "UNKNOWN_VERSION" : null;
    }

    private static boolean isWhole(long[] from, int at, long number, long version) {
        long value = first(number, version);
        long sum = MARK ^ number ^ version;
        for (int i = at + FILLING; i < at + SUM; i++) {
            value = value * MULTIPLIER + INCREMENT;
            if (from[i] != value) {
                return false;
            }
            sum ^= value;
        }
        return from[at + SUM] == sum;
    }
}
