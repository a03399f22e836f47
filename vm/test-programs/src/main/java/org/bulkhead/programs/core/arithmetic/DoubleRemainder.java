package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** The remainder of {@code double}, whose sign is the dividend's and whose quotient may be huge. */
public final class DoubleRemainder {
    private static final double[] VALUES = {
        0.0, -0.0, 1.0, -1.0, 7.75, -7.75, 2.5, 0.1, 1e300, Double.MAX_VALUE, Double.MIN_VALUE, Double.MIN_NORMAL,
        Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};

    public static void main(String[] args) {
        for (double a : VALUES) {
            for (double b : VALUES) {
                Out.print(a % b);
                Out.print(' ');
            }
            Out.println();
        }
        double steps = 0;
        for (double x = 0; x < 50; x += 0.37) {
            steps += x % 1.5;
        }
        Out.show("steps", steps);
    }
}
