package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Addition, subtraction and multiplication of {@code long}, wrapping at 64 bits. */
public final class LongAddSubtractMultiply {
    private static final long[] VALUES = {
        0, 1, -1, 2, 10, -10, 0xFFFFFFFFL, 0x100000000L, Integer.MAX_VALUE, Integer.MIN_VALUE,
        Long.MAX_VALUE, Long.MIN_VALUE, 1234567890123456789L, -987654321987654321L, 0x7FFFFFFF80000000L};

    public static void main(String[] args) {
        for (long a : VALUES) {
            Out.print(a);
            Out.print(':');
            for (long b : VALUES) {
                Out.print(' ');
                Out.print(a + b);
                Out.print('/');
                Out.print(a - b);
                Out.print('/');
                Out.print(a * b);
            }
            Out.println();
        }
        long hash = 1125899906842597L;
        for (int i = 0; i < 100_000; i++) {
            hash = 31 * hash + i;
        }
        Out.show("hash", hash);
    }
}
