package org.bulkhead.programs.lang.numbers;

import org.bulkhead.programs.Out;

/** {@code Double.toString} for values of every size, and of special values. */
public final class DoubleText {
    public static void main(String[] args) {
        double[] values = {
            0.0, -0.0, 1, -1, 0.1, 0.5, 1.5, 100, 12345.678, 1e6, 9999999, 1e7, 1.0E7 + 0.5, 0.001, 0.00099, 1e-5, 123456789012345680.0,
            1e21, 1e22, 1e23, 1.7976931348623157E308, 4.9E-324, 2.2250738585072014E-308, 2.2250738585072009E-308, 1.0 / 3, 2.0 / 3, 1e-10,
            3.141592653589793, 2.718281828459045, 9007199254740993.0, 4.35, 4.349999999999999, 5e-324, 1e100, 1.1e-100,
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double v : values) {
            Out.println(Double.toString(v) + " " + -v + " " + v * 3);
        }
        double walk = 1e-12;
        for (int i = 0; i < 40; i++) {
            Out.print(walk + " ");
            walk *= -7.3;
        }
        Out.println();
    }
}
