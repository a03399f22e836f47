package org.bulkhead.programs.gc;

import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Arrays three deep whose inner arrays are replaced all the time. */
@AllocatesMuch
public final class ArraysOfArrays {
    public static void main(String[] args) {
        int[][][] cube = new int[20][20][20];
        int seed = 99;
        for (int i = 0; i < 100_000; i++) {
            seed = seed * 1103515245 + 12345;
            int a = (seed >>> 8) % 20;
            int b = (seed >>> 16) % 20;
            int[] fresh = new int[20];
            int[] old = cube[a][b];
            for (int k = 0; k < 20; k++) {
                fresh[k] = old[19 - k] + k;
            }
            cube[a][b] = fresh;
            if (i % 1000 == 0) {
                cube[b] = cube[a].clone();
            }
        }
        long hash = 0;
        for (int[][] plane : cube) {
            for (int[] row : plane) {
                for (int x : row) {
                    hash = hash * 31 + x;
                }
            }
        }
        Out.println(hash);
        Object[] nested = {1};
        for (int i = 0; i < 10_000; i++) {
            nested = new Object[] {nested, new long[10]};
        }
        int depth = 0;
        while (nested[0] instanceof Object[] inner) {
            depth++;
            nested = inner;
        }
        Out.println(depth);
    }
}
