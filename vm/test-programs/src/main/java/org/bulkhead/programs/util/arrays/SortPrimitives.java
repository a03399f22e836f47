package org.bulkhead.programs.util.arrays;

import java.util.Arrays;
import org.bulkhead.programs.Out;

/** {@code Arrays.sort} of each primitive type, of many sizes and shapes. */
public final class SortPrimitives {
    public static void main(String[] args) {
        int[] sizes = {0, 1, 2, 3, 10, 43, 44, 60, 200, 300, 1000, 5000};
        for (int size : sizes) {
            long hash = size;
            for (int shape = 0; shape < 5; shape++) {
                int[] ints = new int[size];
                long[] longs = new long[size];
                double[] doubles = new double[size];
                float[] floats = new float[size];
                short[] shorts = new short[size];
                char[] chars = new char[size];
                byte[] bytes = new byte[size];
                int seed = size * 31 + shape;
                for (int i = 0; i < size; i++) {
                    seed = seed * 1664525 + 1013904223;
                    int v = switch (shape) {
                        case 0 -> seed;
                        case 1 -> i;
                        case 2 -> -i;
                        case 3 -> i % 7 * (i % 2 == 0 ? 1 : -1);
                        default -> i < size / 2 ? i : size - i;
                    };
                    ints[i] = v;
                    longs[i] = (long) v << 20;
                    doubles[i] = v % 13 == 0 ? v % 2 == 0 ? -0.0 : Double.NaN : v / 3.0;
                    floats[i] = v % 11 == 0 ? 0f : v / 7f;
                    shorts[i] = (short) v;
                    chars[i] = (char) v;
                    bytes[i] = (byte) v;
                }
                Arrays.sort(ints);
                Arrays.sort(longs);
                Arrays.sort(doubles);
                Arrays.sort(floats);
                Arrays.sort(shorts);
                Arrays.sort(chars);
                Arrays.sort(bytes);
                hash = hash * 31 + Arrays.hashCode(ints) + Arrays.hashCode(longs) * 3L + Arrays.hashCode(doubles) * 5L
                    + Arrays.hashCode(floats) * 7L + Arrays.hashCode(shorts) * 11L + Arrays.hashCode(chars) * 13L + Arrays.hashCode(bytes) * 17L;
            }
            Out.println(hash);
        }
        int[] part = {9, 8, 7, 6, 5, 4};
        Arrays.sort(part, 1, 4);
        Out.println(Arrays.toString(part));
        try {
            Arrays.sort(part, 4, 1);
        } catch (IllegalArgumentException e) {
            Out.println(e.getMessage());
        }
    }
}
