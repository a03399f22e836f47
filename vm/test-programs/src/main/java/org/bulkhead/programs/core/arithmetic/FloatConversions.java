package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Conversion of {@code float} to the integers, which saturates, and to {@code double}, which is exact. */
public final class FloatConversions {
    private static final float[] VALUES = {
        0.0f, -0.0f, 0.5f, -0.5f, 0.99999994f, 1.5f, -1.5f, 2147483520f, 2147483648f, -2147483648f, -2147483904f,
        9.223371E18f, 9.223372E18f, -9.223372E18f, 1e30f, -1e30f, 4294967296f, Float.MIN_VALUE, Float.MAX_VALUE,
        Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};

    public static void main(String[] args) {
        for (float v : VALUES) {
            Out.print((int) v);
            Out.print(' ');
            Out.print((long) v);
            Out.print(' ');
            Out.print((double) v);
            Out.print(' ');
            Out.print((byte) v);
            Out.print(' ');
            Out.print((short) v);
            Out.print(' ');
            Out.println((int) (char) v);
        }
    }
}
