package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Quotient and remainder of {@code long}, with the quotient that overflows and division by zero. */
public final class LongDivision {
    private static final long[] VALUES = {
        0, 1, -1, 2, -3, 7, 10, -10, 1000000007L, -4294967296L, Integer.MIN_VALUE,
        Long.MAX_VALUE, -Long.MAX_VALUE, Long.MIN_VALUE, 0x123456789ABCDEFL};

    public static void main(String[] args) {
        for (long a : VALUES) {
            Out.print(a);
            Out.print(':');
            for (long b : VALUES) {
                Out.print(' ');
                try {
                    Out.print(a / b);
                    Out.print('r');
                    Out.print(a % b);
                } catch (ArithmeticException e) {
                    Out.print("zero");
                }
            }
            Out.println();
        }
        long left = -7;
        left /= 2;
        Out.show("towards zero", left);
        left %= 2;
        Out.show("sign of dividend", left);
    }
}
