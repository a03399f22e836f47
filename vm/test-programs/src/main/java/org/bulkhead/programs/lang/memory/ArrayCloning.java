package org.bulkhead.programs.lang.memory;

import org.bulkhead.programs.Out;

/** Clones of arrays are new arrays of the same type with the same elements. */
public final class ArrayCloning {
    public static void main(String[] args) {
        int[] a = {1, 2, 3};
        int[] b = a.clone();
        b[0] = 9;
        Out.println(a[0] * 10 + b[0] + b.length);
        byte[] bytes = {1, 2, 3, 4, 5};
        Out.println(bytes.clone()[4] + new byte[0].clone().length);
        long[] longs = {1L << 40, 2};
        Out.println(longs.clone()[0]);
        double[] doubles = {Double.NaN, -0.0};
        Out.println(doubles.clone()[1]);
        char[] chars = {'x'};
        boolean[] flags = {true, false, true};
        short[] shorts = {-7};
        float[] floats = {0.5f};
        Out.println(chars.clone()[0]);
        Out.println(flags.clone()[2]);
        Out.println(shorts.clone()[0] + floats.clone()[0]);
        String[] strings = {"x", null};
        Object[] objects = strings;
        Object[] copy = objects.clone();
        Out.println(copy instanceof String[]);
        Out.println(copy[0] == strings[0] && copy != objects);
        int[][] nested = {{1}, {2, 3}};
        int[][] shallow = nested.clone();
        shallow[0][0] = 100;
        shallow[1] = new int[7];
        Out.println(nested[0][0] + nested[1].length);
        try {
            copy[1] = 5;
        } catch (ArrayStoreException e) {
            Out.println("still strings");
        }
    }
}
