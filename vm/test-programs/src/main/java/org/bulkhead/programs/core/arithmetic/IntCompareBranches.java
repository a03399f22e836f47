package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Branches of {@code int}: against zero and against one another, both ways. */
public final class IntCompareBranches {
    private static final int[] VALUES = {0, 1, -1, 5, -5, Integer.MAX_VALUE, Integer.MIN_VALUE};

    public static void main(String[] args) {
        for (int a : VALUES) {
            int zero = 0;
            if (a == 0) {
                zero |= 1;
            }
            if (a != 0) {
                zero |= 2;
            }
            if (a < 0) {
                zero |= 4;
            }
            if (a >= 0) {
                zero |= 8;
            }
            if (a > 0) {
                zero |= 16;
            }
            if (a <= 0) {
                zero |= 32;
            }
            Out.print(zero);
            for (int b : VALUES) {
                int pair = (a == b ? 1 : 0) + (a != b ? 2 : 0) + (a < b ? 4 : 0) + (a >= b ? 8 : 0) + (a > b ? 16 : 0) + (a <= b ? 32 : 0);
                Out.print(' ');
                Out.print(pair);
            }
            Out.println();
        }
        Object one = new Object();
        Object other = new Object();
        Out.show("same", one == one);
        Out.show("different", one == other);
        Out.show("not same", one != other);
        Out.show("null", null == one);
        Out.show("not null", one != null);
    }
}
