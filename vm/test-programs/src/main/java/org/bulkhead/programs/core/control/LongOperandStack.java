package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** Expressions that pile up many pending operands, wide and narrow, before the first is used. */
public final class LongOperandStack {
    public static void main(String[] args) {
        int a = 1;
        long b = 2;
        double c = 0.5;
        float d = 0.25f;
        Out.println(a + (b + (c + (d + (a + (b + (c + (d + (a + (b + (c + d)))))))))));
        Out.println(a - (b - (a - (b - (a - (b - (a - (b - (a - (b - (a - (b - (a - b)))))))))))));
        Out.println(sum(a, sum(b(2), sum(3, sum(b(4), sum(5, sum(6, b(7))))))));
        int[] cells = {0, 1, 2, 3, 4, 5, 6, 7};
        Out.println(cells[cells[cells[cells[cells[7] - 1] - 1] - 1] + cells[cells[2]]]);
        Out.println(mixed(a, b, c, d, mixed(a + 1, b + 1, c + 1, d + 1, mixed(a, b * a, c * b, d * a, b - a))));
    }

    private static long sum(long x, long y) {
        return x * 3 + y;
    }

    private static long b(int x) {
        return x * 10L;
    }

    private static long mixed(int a, long b, double c, float d, long e) {
        return (long) (a + b * 2 + c * 4 + d * 8) + e * 16;
    }
}
