package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** And, or, exclusive or and complement of {@code long}; masks that straddle the middle of the word. */
public final class LongBitwise {
    private static final long[] VALUES = {
        0, -1, 0xFFFFFFFFL, 0xFFFFFFFF00000000L, 0x0F0F0F0F0F0F0F0FL, Long.MIN_VALUE, 0x180000000L};

    public static void main(String[] args) {
        for (long a : VALUES) {
            for (long b : VALUES) {
                Out.hex(a & b);
                Out.hex(a | b);
                Out.hex(a ^ b);
                Out.hex(~a & b);
            }
            Out.println();
        }
        long state = 88172645463325252L;
        for (int i = 0; i < 20; i++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            Out.hex(state);
            Out.println();
        }
        long mask = 0;
        for (int i = 0; i < 64; i += 3) {
            mask |= 1L << i;
        }
        Out.show("mask", mask);
        int truncated = 0;
        truncated |= (int) (mask >> 30);
        Out.show("truncated", truncated);
    }
}
