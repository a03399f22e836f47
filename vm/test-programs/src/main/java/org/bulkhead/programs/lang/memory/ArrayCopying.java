package org.bulkhead.programs.lang.memory;

import org.bulkhead.programs.Out;

/** {@code System.arraycopy} between and within arrays of every type, overlapping both ways. */
public final class ArrayCopying {
    public static void main(String[] args) {
        int[] a = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        System.arraycopy(a, 0, a, 3, 5);
        show(a);
        System.arraycopy(a, 4, a, 1, 6);
        show(a);
        System.arraycopy(a, 2, a, 2, 8);
        System.arraycopy(a, 10, a, 0, 0);
        show(a);
        long[] l = {1, 2, 3, 4, 5};
        System.arraycopy(l, 0, l, 1, 4);
        Out.println(l[4] * 100 + l[1]);
        byte[] b = new byte[100];
        for (int i = 0; i < b.length; i++) {
            b[i] = (byte) i;
        }
        for (int distance = 1; distance < 20; distance++) {
            System.arraycopy(b, distance, b, 0, 100 - distance);
            System.arraycopy(b, 0, b, distance / 2 + 1, 80);
        }
        int hash = 0;
        for (byte x : b) {
            hash = hash * 31 + x;
        }
        Out.println(hash);
        char[] c = "overlapping".toCharArray();
        System.arraycopy(c, 0, c, 2, 9);
        Out.println(new String(c));
        double[] d = {0.5, 1.5, 2.5};
        double[] e = new double[4];
        System.arraycopy(d, 1, e, 2, 2);
        Out.println(e[0] + e[2] + e[3]);
        boolean[] z = {true, false, true};
        System.arraycopy(z, 0, z, 1, 2);
        Out.println(z[1] && !z[2]);
        short[] s = {-1, -2, -3};
        System.arraycopy(s, 1, s, 0, 2);
        Out.println(s[0] + s[2]);
        float[] f = {1, 2};
        System.arraycopy(f, 0, f, 1, 1);
        Out.println(f[1]);
        Object[] objects = {"a", "b", "c", "d"};
        System.arraycopy(objects, 0, objects, 1, 3);
        String[] strings = new String[3];
        System.arraycopy(objects, 1, strings, 0, 3);
        Out.println(strings[0] + strings[1] + strings[2] + objects[0]);
    }

    private static void show(int[] a) {
        for (int x : a) {
            Out.print(x);
        }
        Out.println();
    }
}
