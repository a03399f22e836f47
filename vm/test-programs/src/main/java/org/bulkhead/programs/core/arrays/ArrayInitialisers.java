package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** Array initialisers nest, mix constants with computed values, and are evaluated in order. */
public final class ArrayInitialisers {
    private static int tick;
    private static final int[] CONSTANT = {1, -1, 127, 128, 32767, 32768, 0x7FFFFFFF};
    private final long[] instance = {tick, ++tick, 1L << 33};

    public static void main(String[] args) {
        int sum = 0;
        for (int c : CONSTANT) {
            sum += c;
        }
        Out.println(sum);
        int[] ordered = {next(), next(), next() + next()};
        Out.println(ordered[0] * 100 + ordered[1] * 10 + ordered[2]);
        int[][] nested = {{}, {1}, {1, 2}, null, new int[4]};
        Out.println(nested[2][1] + nested[4].length);
        String[][][] deep = {{{"a", "b"}, {"c"}}, {}};
        Out.println(deep[0][1][0]);
        Object[] any = {"s", new int[] {1}, new Object[] {new String[] {"inside"}}};
        Out.println(((String[]) ((Object[]) any[2])[0])[0]);
        double[] d = {1, 2f, 'c', 4L, next()};
        Out.println(d[0] + d[1] + d[2] + d[3] + d[4]);
        char[] c = {'x', 65, (char) (tick + '0')};
        Out.print(c[0]);
        Out.print(c[1]);
        Out.println(c[2]);
        boolean[] b = {tick > 3, !true, sum < 0};
        Out.println(b[0] ^ b[1] ^ b[2]);
        ArrayInitialisers o = new ArrayInitialisers();
        Out.println(o.instance[0] + o.instance[1] + o.instance[2]);
    }

    private static int next() {
        return ++tick;
    }
}
