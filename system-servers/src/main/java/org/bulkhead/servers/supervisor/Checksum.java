package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.RawBuffer;

/** A checksum over 64-bit words in memory, that finds torn writes and stray ones; it is no defence against forgery. */
final class Checksum {
    private static final long SEED = 0xB01C_4EAD_1ED6_E500L;
    /** The golden ratio as a 64-bit fraction, made odd: Knuth's multiplicative hash. */
    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private Checksum() {}

    /** Returns the checksum of {@code bytes} bytes, a multiple of 8, at {@code offset}; it is never 0. */
    static long of(RawBuffer memory, int offset, int bytes) {
        long sum = SEED;
        for (int i = 0; i < bytes; i += Long.BYTES) {
            sum = (sum ^ memory.longAt(offset + i)) * FACTOR;
            sum ^= sum >>> Integer.SIZE;
        }
        return sum == 0 ? SEED : sum;
    }
}
