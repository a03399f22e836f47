package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** All six comparisons of {@code float}; each is false with NaN except inequality. */
public final class FloatCompare {
    private static final float[] VALUES = {
        -0.0f, 0.0f, 1.0f, -1.0f, Float.MIN_VALUE, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};

    public static void main(String[] args) {
        for (float a : VALUES) {
            for (float b : VALUES) {
                Out.print(code(a, b));
                Out.print(' ');
                Out.print(negated(a, b));
                Out.print(' ');
            }
            Out.println();
        }
    }

    private static int code(float a, float b) {
        return (a < b ? 1 : 0) | (a <= b ? 2 : 0) | (a > b ? 4 : 0) | (a >= b ? 8 : 0) | (a == b ? 16 : 0) | (a != b ? 32 : 0);
    }

    private static int negated(float a, float b) {
        int result = 0;
        if (!(a < b)) {
            result |= 1;
        }
        if (!(a <= b)) {
            result |= 2;
        }
        if (!(a > b)) {
            result |= 4;
        }
        if (!(a >= b)) {
            result |= 8;
        }
        boolean equal = a == b;
        return equal ? result : result | 16;
    }
}
