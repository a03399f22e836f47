package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Comparison of {@code long}, above all of values that agree in one half. */
public final class LongCompare {
    private static final long[] VALUES = {
        0, 1, -1, 0xFFFFFFFFL, 0x100000000L, -0x100000000L, 0x80000000L, -0x80000000L, Long.MIN_VALUE, Long.MAX_VALUE};

    public static void main(String[] args) {
        for (long a : VALUES) {
            for (long b : VALUES) {
                int order = a < b ? -1 : a > b ? 1 : 0;
                Out.print(order);
                Out.print(a <= b ? 'y' : 'n');
                Out.print(a >= b ? 'y' : 'n');
                Out.print(a == b ? 'y' : 'n');
                Out.print(a != b ? 'y' : 'n');
                Out.print(' ');
            }
            Out.println();
        }
        long n = 0x100000003L;
        int rounds = 0;
        while (n > 0x0FFFFFFF0L) {
            n--;
            rounds++;
        }
        Out.show("rounds", rounds);
    }
}
