package org.bulkhead.programs.lang.memory;

import org.bulkhead.programs.Out;

/** Endless recursion is caught, again and again, and the program carries on with its locals intact. */
public final class StackOverflowCaught {
    private static int depth;

    public static void main(String[] args) {
        int caught = 0;
        long kept = 1L << 40;
        for (int i = 0; i < 20; i++) {
            depth = 0;
            try {
                down(i);
            } catch (StackOverflowError e) {
                caught++;
                kept++;
                if (depth < 100) {
                    Out.println("too early");
                }
            }
        }
        Out.println(caught);
        Out.println(kept);
        Out.println(sum(500));
        try {
            wide(1, 2, 3, 4, 5, 6, 7, 8);
        } catch (StackOverflowError e) {
            Out.println("wide frames too");
        }
        Out.println(e().getMessage() == null);
    }

    private static int down(int i) {
        depth++;
        return down(i + 1) + 1;
    }

    private static int sum(int n) {
        return n == 0 ? 0 : n + sum(n - 1);
    }

    private static double wide(long a, double b, long c, double d, long e, double f, long g, double h) {
        long x = a + c;
        double y = b + d;
        return wide(x, y, e, f, g, h, c, d) + x + y + e * f + g * h;
    }

    private static Throwable e() {
        try {
            down(0);
            return null;
        } catch (StackOverflowError e) {
            return e;
        }
    }
}
