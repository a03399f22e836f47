package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** All six comparisons of {@code double}, as values, in branches and in loop conditions. */
public final class DoubleCompare {
    private static final double[] VALUES = {
        -0.0, 0.0, 1.0, -1.0, Double.MIN_VALUE, Double.MAX_VALUE,
        Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};

    public static void main(String[] args) {
        for (double a : VALUES) {
            for (double b : VALUES) {
                boolean less = a < b;
                boolean atMost = a <= b;
                boolean greater = a > b;
                boolean atLeast = a >= b;
                Out.print(less ? 'L' : 'l');
                Out.print(atMost ? 'M' : 'm');
                Out.print(greater ? 'G' : 'g');
                Out.print(atLeast ? 'A' : 'a');
                Out.print(a == b ? 'E' : 'e');
                Out.print(a != b ? 'N' : 'n');
                Out.print(' ');
            }
            Out.println();
        }
        int rounds = 0;
        for (double x = 1; !(x > 1000); x *= 1.5) {
            rounds++;
        }
        double nan = VALUES[8];
        while (nan > 0) {
            rounds += 100;
        }
        Out.show("rounds", rounds);
    }
}
