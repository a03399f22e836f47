package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** Products and powers of matrices held in flat and in nested arrays. */
public final class IntegerMatrix {
    public static void main(String[] args) {
        long[][] step = {{1, 1}, {1, 0}};
        long[][] power = {{1, 0}, {0, 1}};
        for (int i = 0; i < 80; i++) {
            power = multiply(power, step);
        }
        Out.println(power[0][1]);
        int n = 20;
        int[] a = new int[n * n];
        int[] b = new int[n * n];
        int[] c = new int[n * n];
        for (int i = 0; i < n * n; i++) {
            a[i] = i % 7 - 3;
            b[i] = i % 11 - 5;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    c[i * n + j] += a[i * n + k] * b[k * n + j];
                }
            }
        }
        int hash = 0;
        for (int x : c) {
            hash = hash * 31 + x;
        }
        Out.println(hash);
        int[][] t = new int[4][6];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 6; j++) {
                t[i][j] = i - j;
            }
        }
        int[][] transposed = new int[6][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 6; j++) {
                transposed[j][i] = t[i][j];
            }
        }
        Out.println(transposed[5][0]);
    }

    private static long[][] multiply(long[][] x, long[][] y) {
        long[][] result = new long[x.length][y[0].length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y[0].length; j++) {
                for (int k = 0; k < y.length; k++) {
                    result[i][j] += x[i][k] * y[k][j];
                }
            }
        }
        return result;
    }
}
