package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** {@code long} arrays: whole words move, never halves. */
public final class LongArrays {
    public static void main(String[] args) {
        long[] fibonacci = new long[93];
        fibonacci[1] = 1;
        for (int i = 2; i < fibonacci.length; i++) {
            fibonacci[i] = fibonacci[i - 1] + fibonacci[i - 2];
        }
        Out.println(fibonacci[92]);
        Out.println(fibonacci[50]);
        long[] edges = {Long.MIN_VALUE, -1, 0, 1, 0xFFFFFFFFL, 0x100000000L, Long.MAX_VALUE};
        long mix = 0;
        for (long e : edges) {
            mix = mix * 31 + (e ^ e >>> 32);
        }
        Out.println(mix);
        edges[0]--;
        edges[6]++;
        edges[4] += 1;
        edges[5] <<= 31;
        for (long e : edges) {
            Out.print(e);
            Out.print(' ');
        }
        Out.println();
        long[][] table = new long[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                table[i][j] = i == 0 || j == 0 ? 1 : table[i - 1][j] + table[i][j - 1];
            }
        }
        Out.println(table[4][4]);
    }
}
