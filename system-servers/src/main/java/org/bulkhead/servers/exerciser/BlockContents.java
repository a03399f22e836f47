package org.bulkhead.servers.exerciser;

import java.nio.ByteBuffer;

/**
 * What the exerciser writes into a block: bytes that follow from the block's number and a version, so that a reader knows of each byte what it must be, and can tell from a block that is wrong where
 * it belongs.
 *
 * <p>A block is 64 quadwords: a mark, its number, its version, 60 that follow from number and version, and a sum of all before it.
 */
final class BlockContents {
    /** Bytes of a block. */
    static final int SIZE = 512;

    private static final long MARK = 0x6B6C_7562_6B63_6F6CL;
    private static final int NUMBER = Long.BYTES;
    private static final int VERSION = 2 * Long.BYTES;
    private static final int FILLING = 3 * Long.BYTES;
    private static final int SUM = SIZE - Long.BYTES;
    /** Multiplier of Knuth's linear congruential generator of 64 bits (MMIX). */
    private static final long MULTIPLIER = 6364136223846793005L;
    private static final long INCREMENT = 1442695040888963407L;

    private BlockContents() {}

    private static long first(long block, int version) {
        return (block * MULTIPLIER + version) * MULTIPLIER + INCREMENT;
    }

    /** Writes version {@code version} of block number {@code block} to {@code into} from {@code at} on. */
    static void fill(ByteBuffer into, int at, long block, int version) {
        into.putLong(at, MARK).putLong(at + NUMBER, block).putLong(at + VERSION, version);
        long value = first(block, version);
        long sum = MARK ^ block ^ version;
        for (int offset = at + FILLING; offset < at + SUM; offset += Long.BYTES) {
            value = value * MULTIPLIER + INCREMENT;
            into.putLong(offset, value);
            sum ^= value;
        }
        into.putLong(at + SUM, sum);
    }

    /**
     * Returns null if block number {@code block} in {@code from} at {@code at} is a version from {@code oldest} to {@code newest}, whole; otherwise what it is in one word: an older or newer version, another
     * block, or none.
     */
    static String problem(ByteBuffer from, int at, long block, int oldest, int newest) {
        if (from.getLong(at) != MARK) {
            return "FOREIGN";
        }
        long number = from.getLong(at + NUMBER);
        long version = from.getLong(at + VERSION);
        if (!isWhole(from, at, number, (int) version)) {
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

    private static boolean isWhole(ByteBuffer from, int at, long number, int version) {
        long value = first(number, version);
        long sum = MARK ^ number ^ version;
        for (int offset = at + FILLING; offset < at + SUM; offset += Long.BYTES) {
            value = value * MULTIPLIER + INCREMENT;
            if (from.getLong(offset) != value) {
                return false;
            }
            sum ^= value;
        }
        return from.getLong(at + SUM) == sum;
    }
}
