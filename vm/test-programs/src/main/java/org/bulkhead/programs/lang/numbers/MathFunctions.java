package org.bulkhead.programs.lang.numbers;

import org.bulkhead.programs.Out;

/** Powers, exponentials, logarithms and roots from {@code StrictMath}, whose every bit is laid down. */
public final class MathFunctions {
    public static void main(String[] args) {
        double[] values = {0.0, -0.0, 0.5, 1, 2, 10, 123.456, 1e-5, 1e10, -3, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double v : values) {
            Out.print(StrictMath.exp(v));
            Out.print(' ');
            Out.print(StrictMath.log(v));
            Out.print(' ');
            Out.print(StrictMath.cbrt(v));
            Out.print(' ');
            Out.print(StrictMath.hypot(v, 3));
            for (double w : values) {
                Out.print(' ');
                Out.print(StrictMath.pow(v, w));
            }
            Out.println();
        }
        double sum = 0;
        for (int i = 1; i < 2000; i++) {
            sum += StrictMath.pow(i, 1.0 / 3) - StrictMath.log(i) + StrictMath.exp(-i * 0.01);
        }
        Out.println(sum);
    }
}
