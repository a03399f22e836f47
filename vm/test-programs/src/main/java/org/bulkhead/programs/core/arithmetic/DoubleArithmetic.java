package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** The four operations of {@code double} on ordinary and special values, shown by their bits. */
public final class DoubleArithmetic {
    private static final double[] VALUES = {
        0.0, -0.0, 1.0, -1.0, 0.1, 3.0, 1e300, -1e-300, Double.MAX_VALUE, Double.MIN_VALUE, Double.MIN_NORMAL,
        Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 9007199254740992.0, 1.0 / 3.0};

    public static void main(String[] args) {
        for (double a : VALUES) {
            for (double b : VALUES) {
                Out.print(a + b);
                Out.print(' ');
                Out.print(a - b);
                Out.print(' ');
                Out.print(a * b);
                Out.print(' ');
                Out.print(a / b);
                Out.print(' ');
            }
            Out.println();
        }
        double pi = 0;
        for (int i = 0; i < 100_000; i++) {
            pi += (i % 2 == 0 ? 4.0 : -4.0) / (2 * i + 1);
        }
        Out.show("pi", pi);
    }
}
