package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** {@code float} and {@code double} arrays keep every bit, also of subnormal numbers and negative zero. */
public final class FloatingArrays {
    public static void main(String[] args) {
        float[] f = {0f, -0f, 1.1f, Float.MIN_VALUE, Float.NEGATIVE_INFINITY, Float.NaN};
        double[] d = new double[f.length];
        for (int i = 0; i < f.length; i++) {
            d[i] = f[i];
            f[i] *= 2;
            Out.print(f[i]);
            Out.print(' ');
            Out.println(d[i]);
        }
        f[2]++;
        d[2]--;
        Out.println(f[2]);
        Out.println(d[2]);
        double[] polynomial = {1, -3, 0.5, 2};
        for (double x = -2; x <= 2; x += 0.5) {
            double y = 0;
            for (int i = polynomial.length - 1; i >= 0; i--) {
                y = y * x + polynomial[i];
            }
            Out.fixed(y, 4);
            Out.print(' ');
        }
        Out.println();
        float[] blurred = new float[20];
        blurred[10] = 1;
        for (int round = 0; round < 10; round++) {
            float previous = 0;
            for (int i = 1; i < blurred.length - 1; i++) {
                float old = blurred[i];
                blurred[i] = (previous + old + blurred[i + 1]) / 3;
                previous = old;
            }
        }
        for (float b : blurred) {
            Out.print(b);
            Out.print(' ');
        }
        Out.println();
    }
}
