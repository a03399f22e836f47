package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** Every use of a null array fails, also its length and a loop over it. */
public final class NullArrays {
    public static void main(String[] args) {
        int[] ints = none();
        double[] doubles = null;
        Object[] objects = null;
        int[][] nested = new int[2][];
        int caught = 0;
        try {
            Out.println(ints.length);
        } catch (NullPointerException e) {
            caught |= 1;
        }
        try {
            Out.println(ints[0]);
        } catch (NullPointerException e) {
            caught |= 2;
        }
        try {
            ints[1000000] = 1;
        } catch (NullPointerException e) {
            caught |= 4;
        }
        try {
            for (double d : doubles) {
                Out.println(d);
            }
        } catch (NullPointerException e) {
            caught |= 8;
        }
        try {
            objects[0] = "x";
        } catch (NullPointerException e) {
            caught |= 16;
        }
        try {
            nested[1][1]++;
        } catch (NullPointerException e) {
            caught |= 32;
        }
        try {
            Out.println(nested[0].length);
        } catch (NullPointerException e) {
            caught |= 64;
        }
        try {
            ints[-1] = 0;
        } catch (NullPointerException e) {
            caught |= 128;
        }
        try {
            ints[Integer.MAX_VALUE] += 3;
        } catch (NullPointerException e) {
            caught |= 256;
        }
        Out.println(caught);
    }

    private static int[] none() {
        return null;
    }
}
