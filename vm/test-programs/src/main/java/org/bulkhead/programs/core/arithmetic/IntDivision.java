package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Quotient and remainder of {@code int}, with the quotient that overflows and division by zero. */
public final class IntDivision {
    private static final int[] VALUES = {
        0, 1, -1, 2, -2, 3, -3, 5, 7, -7, 10, 100, -100, 65536, Integer.MAX_VALUE, -Integer.MAX_VALUE, Integer.MIN_VALUE};

    public static void main(String[] args) {
        for (int a : VALUES) {
            Out.print(a);
            Out.print(':');
            for (int b : VALUES) {
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
        byConstants(1000003);
        byConstants(-1000003);
        byConstants(Integer.MIN_VALUE);
    }

    private static void byConstants(int a) {
        Out.print(a / 1);
        Out.print(' ');
        Out.print(a / -1);
        Out.print(' ');
        Out.print(a / 2);
        Out.print(' ');
        Out.print(a / 8);
        Out.print(' ');
        Out.print(a / 10);
        Out.print(' ');
        Out.print(a / -7);
        Out.print(' ');
        Out.print(a % 8);
        Out.print(' ');
        Out.print(a % -1);
        Out.print(' ');
        Out.print(a % 10);
        Out.println();
    }
}
