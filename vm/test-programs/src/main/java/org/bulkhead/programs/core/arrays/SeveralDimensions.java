package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** Rectangular arrays of up to five dimensions, made at once. */
public final class SeveralDimensions {
    public static void main(String[] args) {
        int[][] grid = new int[7][9];
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 9; j++) {
                grid[i][j] = i * 10 + j;
            }
        }
        int trace = 0;
        for (int i = 0; i < 7; i++) {
            trace += grid[i][i];
        }
        Out.println(trace);
        Out.println(grid.length * 100 + grid[6].length);
        double[][][] cube = new double[3][4][5];
        for (double[][] plane : cube) {
            for (double[] row : plane) {
                for (int k = 0; k < row.length; k++) {
                    row[k] = k + 0.5;
                }
            }
        }
        Out.println(cube[2][3][4] + cube[0][0][0]);
        long[][][][][] five = new long[2][3][2][3][2];
        five[1][2][1][2][1] = 1L << 40;
        five[1][2][1][2][1] |= 5;
        Out.println(five[1][2][1][2][1] + five[0][0][0][0][0]);
        Out.println(five[0][1] != five[1][1]);
        char[][] text = new char[2][3];
        text[1][2] = 'x';
        Out.println(text[1][2]);
        String[][] names = new String[2][2];
        Out.println(names[1][1] == null);
        names[0] = new String[] {"replaced", "row", "longer"};
        Out.println(names[0][2]);
        Out.println(names[0].length + names[1].length);
    }
}
