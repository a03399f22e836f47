package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** Every kind of array refuses an index below zero or from its length on, for loads and for stores. */
public final class ArrayBounds {
    private static int caught;

    public static void main(String[] args) {
        int[] indices = {-1, 0, 2, 3, 4, Integer.MIN_VALUE, Integer.MAX_VALUE};
        for (int i : indices) {
            caught = 0;
            ints(i);
            bytes(i);
            booleans(i);
            chars(i);
            shorts(i);
            longs(i);
            floats(i);
            doubles(i);
            objects(i);
            Out.println(caught);
        }
        try {
            Out.println(new int[0][0].length);
        } catch (ArrayIndexOutOfBoundsException e) {
            Out.println("never");
        }
        try {
            Out.println(new int[] {}[indices[1]]);
        } catch (ArrayIndexOutOfBoundsException e) {
            Out.println("empty");
        }
    }

    private static void ints(int i) {
        int[] a = new int[3];
        try {
            a[i] = 1;
            Out.print(a[i]);
        } catch (ArrayIndexOutOfBoundsException e) {
            caught |= 1;
        }
    }

    private static void bytes(int i) {
        byte[] a = new byte[3];
        try {
            Out.print(a[i]);
            a[i] = 1;
        } catch (ArrayIndexOutOfBoundsException e) {
            caught |= 2;
        }
    }

    private static void booleans(int i) {
        boolean[] a = new boolean[3];
        try {
            a[i] = true;
            Out.print(a[i]);
        } catch (ArrayIndexOutOfBoundsException e) {
            caught |= 4;
        }
    }

    private static void chars(int i) {
        char[] a = new char[3];
        try {
            a[i] = 'c';
            Out.print(a[i]);
        } catch (ArrayIndexOutOfBoundsException e) {
            caught |= 8;
        }
    }

    private static void shorts(int i) {
        short[] a = new short[3];
        try {
            Out.print(a[i]);
            a[i]++;
        } catch (ArrayIndexOutOfBoundsException e) {
            caught |= 16;
        }
    }

    private static void longs(int i) {
        long[] a = new long[3];
        try {
            a[i] += 5;
            Out.print(a[i]);
        } catch (ArrayIndexOutOfBoundsException e) {
            caught |= 32;
        }
    }

    private static void floats(int i) {
        float[] a = new float[3];
        try {
            a[i] = 1f;
            Out.print(a[i]);
        } catch (ArrayIndexOutOfBoundsException e) {
            caught |= 64;
        }
    }

    private static void doubles(int i) {
        double[] a = new double[3];
        try {
            Out.print(a[i]);
            a[i] = 1;
        } catch (ArrayIndexOutOfBoundsException e) {
            caught |= 128;
        }
    }

    private static void objects(int i) {
        Object[] a = new Object[3];
        try {
            a[i] = a;
            Out.print(a[i] == a);
        } catch (ArrayIndexOutOfBoundsException e) {
            caught |= 256;
        }
    }
}
