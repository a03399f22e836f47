package org.bulkhead.programs.lang.numbers;

import org.bulkhead.programs.Out;

/** {@code Float.toString} for values of every size, and of special values. */
public final class FloatText {
    public static void main(String[] args) {
        float[] values = {
            0f, -0f, 1f, -1f, 0.1f, 0.3f, 1.5f, 100f, 12345.678f, 1e6f, 9999999f, 1e7f, 0.001f, 0.00099f, 1e10f, 1.17549435E-38f,
            3.4028235e38f, 1.4e-45f, 1f / 3, 16777216f, 16777217f, 3.3554432E7f, 8.41E21f, 2.0E-3f, 5.0E-44f,
            Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        for (float v : values) {
            Out.println(Float.toString(v) + " " + -v + " " + v * 7 + " " + (double) v);
        }
        float walk = 1e-6f;
        for (int i = 0; i < 30; i++) {
            Out.print(walk + " ");
            walk *= 3.7f;
        }
        Out.println();
    }
}
