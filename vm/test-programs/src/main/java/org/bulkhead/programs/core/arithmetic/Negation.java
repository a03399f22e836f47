package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Negation at its fixed points: the smallest integers, both zeroes, infinities. */
public final class Negation {
    public static void main(String[] args) {
        int[] ints = {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE};
        for (int v : ints) {
            Out.println(-v);
        }
        long[] longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MIN_VALUE, 0xFFFFFFFFL};
        for (long v : longs) {
            Out.println(-v);
        }
        float[] floats = {0f, -0f, 1.5f, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, Float.NaN};
        for (float v : floats) {
            Out.print(-v);
            Out.print(' ');
            Out.print(0 - v);
            Out.print(' ');
            Out.println(1 / -v);
        }
        double[] doubles = {0d, -0d, 1.5d, Double.POSITIVE_INFINITY, Double.MIN_VALUE, Double.NaN};
        for (double v : doubles) {
            Out.print(-v);
            Out.print(' ');
            Out.print(0 - v);
            Out.print(' ');
            Out.println(1 / -v);
        }
        byte b = -128;
        Out.println(-b);
        Out.println((byte) -b);
    }
}
