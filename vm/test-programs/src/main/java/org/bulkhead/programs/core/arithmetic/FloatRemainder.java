package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** The remainder of {@code float}, whose sign is the dividend's and whose quotient may be huge. */
public final class FloatRemainder {
    private static final float[] VALUES = {
        0.0f, -0.0f, 1.0f, -1.0f, 5.5f, -5.5f, 2.25f, 0.1f, 1e30f, Float.MAX_VALUE, Float.MIN_VALUE,
        Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};

    public static void main(String[] args) {
        for (float a : VALUES) {
            for (float b : VALUES) {
                Out.print(a % b);
                Out.print(' ');
            }
            Out.println();
        }
        float angle = 1000f;
        angle %= 6.2831855f;
        Out.show("angle", angle);
    }
}
