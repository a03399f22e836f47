package org.bulkhead.programs.util.arrays;

import java.util.Arrays;
import org.bulkhead.programs.Out;

/** Equality, order and mismatch of long arrays of every type, where vectors of bytes are compared at once. */
public final class ArraysEquality {
    public static void main(String[] args) {
        for (int length : new int[] {0, 1, 3, 7, 8, 9, 15, 16, 31, 33, 64, 100}) {
            byte[] a = new byte[length];
            int[] b = new int[length];
            long[] c = new long[length];
            char[] d = new char[length];
            double[] e = new double[length];
            for (int i = 0; i < length; i++) {
                a[i] = (byte) (i * 7);
                b[i] = i * 77777;
                c[i] = i * 7777777777L;
                d[i] = (char) (i * 777);
                e[i] = i / 7.0;
            }
            int found = 0;
            for (int at = 0; at < length; at++) {
                byte[] a2 = a.clone();
                a2[at]++;
                int[] b2 = b.clone();
                b2[at]--;
                long[] c2 = c.clone();
                c2[at] ^= 1L << 40;
                char[] d2 = d.clone();
                d2[at]++;
                double[] e2 = e.clone();
                e2[at] = Double.NaN;
                found += Arrays.mismatch(a, a2) == at && Arrays.mismatch(b, b2) == at && Arrays.mismatch(c, c2) == at
                    && Arrays.mismatch(d, d2) == at && Arrays.mismatch(e, e2) == at ? 1 : 0;
                found += Arrays.equals(a, a2) || Arrays.equals(b, b2) || Arrays.equals(c, c2) || Arrays.equals(d, d2) || Arrays.equals(e, e2) ? 1000 : 0;
                found += Arrays.compare(b, b2) > 0 ? 0 : 100_000;
            }
            Out.println(length + " " + found + " " + Arrays.equals(a, a.clone()) + Arrays.mismatch(c, c.clone()));
        }
        Out.println(Arrays.equals(new double[] {0.0}, new double[] {-0.0}) + " " + Arrays.equals(new float[] {Float.NaN}, new float[] {Float.NaN}));
        Out.println(Arrays.compareUnsigned(new byte[] {-1}, new byte[] {1}) + " " + Arrays.compare(new byte[] {-1}, new byte[] {1}));
    }
}
