package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** The four operations of {@code float} on ordinary and special values, shown by their bits. */
public final class FloatArithmetic {
    private static final float[] VALUES = {
        0.0f, -0.0f, 1.0f, -1.0f, 0.1f, 3.0f, 1e10f, -1e-10f, Float.MAX_VALUE, Float.MIN_VALUE, Float.MIN_NORMAL,
        Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, 16777216f, 16777217f};

    public static void main(String[] args) {
        for (float a : VALUES) {
            for (float b : VALUES) {
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
        float sum = 0;
        for (int i = 1; i <= 10000; i++) {
            sum += 1.0f / i;
        }
        Out.show("harmonic", sum);
    }
}
