package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Conversion of {@code double} to the integers, which saturates, and to {@code float}, which rounds to even. */
public final class DoubleConversions {
    private static final double[] VALUES = {
        0.0, -0.0, 0.5, -0.9999999999999999, 1.9999999999999998, 2147483646.9, 2147483647.0, 2147483648.0, -2147483648.9,
        -2147483649.0, 9.223372036854775E18, 9.223372036854776E18, -9.223372036854776E18, 1e300, -1e300,
        1.0000000596046448, 1.00000017881393432617, 3.4028235677973366E38, 3.4028235677973365E38, 7.0064923216240854E-46,
        7.006492321624086E-46, 1e-60, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};

    public static void main(String[] args) {
        for (double v : VALUES) {
            Out.print((int) v);
            Out.print(' ');
            Out.print((long) v);
            Out.print(' ');
            Out.print((float) v);
            Out.print(' ');
            Out.print((byte) v);
            Out.print(' ');
            Out.print((short) v);
            Out.print(' ');
            Out.println((int) (char) v);
        }
    }
}
