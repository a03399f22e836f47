package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** And, or, exclusive or and complement of {@code int}, and bit tricks built from them. */
public final class IntBitwise {
    private static final int[] VALUES = {0, 1, -1, 0x0F0F0F0F, 0xAAAAAAAA, 0x80000000, 0x7FFFFFFF, 0x00FF00FF};

    public static void main(String[] args) {
        for (int a : VALUES) {
            for (int b : VALUES) {
                Out.hex(a & b);
                Out.hex(a | b);
                Out.hex(a ^ b);
                Out.hex(a & ~b);
            }
            Out.println();
        }
        for (int v : VALUES) {
            Out.print(ones(v));
            Out.print(' ');
            Out.print(lowest(v));
            Out.print(' ');
            Out.hex(reversed(v));
            Out.print(' ');
            Out.println(~v);
        }
    }

    private static int ones(int v) {
        int count = 0;
        while (v != 0) {
            v &= v - 1;
            count++;
        }
        return count;
    }

    private static int lowest(int v) {
        return v & -v;
    }

    private static int reversed(int v) {
        int result = 0;
        for (int i = 0; i < 32; i++) {
            result = result << 1 | v >>> i & 1;
        }
        return result;
    }
}
