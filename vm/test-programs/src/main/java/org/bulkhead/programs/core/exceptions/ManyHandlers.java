package org.bulkhead.programs.core.exceptions;

import org.bulkhead.programs.Out;

/** A method with dozens of handlers, adjacent and nested, entered in a pseudo-random order. */
public final class ManyHandlers {
    private static int[] hits = new int[10];

    public static void main(String[] args) {
        int seed = 1;
        int sum = 0;
        for (int i = 0; i < 3000; i++) {
            seed = seed * 1103515245 + 12345;
            sum = sum * 3 + one(seed >>> 16 & 15);
        }
        Out.println(sum);
        for (int h : hits) {
            Out.print(h);
            Out.print(' ');
        }
        Out.println();
    }

    private static int one(int k) {
        int[] a = new int[2];
        int r = k;
        try {
            r += fail(k, 0);
        } catch (ArithmeticException | IllegalStateException e) {
            hits[0]++;
        }
        try {
            r += fail(k, 1);
            try {
                r += fail(k, 2);
            } catch (ArithmeticException e) {
                hits[1]++;
                r += 5;
            }
            r += fail(k, 3);
        } catch (ArithmeticException e) {
            hits[2]++;
        } catch (RuntimeException e) {
            hits[3]++;
            r *= 2;
        }
        try {
            try {
                try {
                    r += a[k - 12] + fail(k, 4);
                } catch (NullPointerException e) {
                    hits[4]++;
                }
            } catch (IllegalStateException e) {
                hits[5]++;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            hits[6]++;
        } catch (ArithmeticException e) {
            hits[7]++;
        } finally {
            hits[8]++;
            try {
                r -= fail(k, 13);
            } catch (ArithmeticException e) {
                hits[9]++;
            }
        }
        return r;
    }

    private static int fail(int k, int at) {
        if (k == at) {
            return k / (at - k);
        }
        if (k == at + 10) {
            throw new IllegalStateException();
        }
        return 1;
    }
}
