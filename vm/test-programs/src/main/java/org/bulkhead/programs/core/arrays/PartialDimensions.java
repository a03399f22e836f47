package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** Arrays of arrays of which only the first dimensions are made at once. */
public final class PartialDimensions {
    public static void main(String[] args) {
        int[][][] a = new int[3][4][];
        Out.println(a[2][3] == null);
        a[1][2] = new int[] {9, 8, 7};
        Out.println(a[1][2][1]);
        Object[][] b = new Object[2][];
        Out.println(b[0] == null);
        b[1] = new String[] {"inner"};
        Out.println((String) b[1][0]);
        int[][] triangle = new int[12][];
        for (int i = 0; i < triangle.length; i++) {
            triangle[i] = new int[i + 1];
            triangle[i][0] = triangle[i][i] = 1;
            for (int j = 1; j < i; j++) {
                triangle[i][j] = triangle[i - 1][j - 1] + triangle[i - 1][j];
            }
        }
        for (int x : triangle[11]) {
            Out.print(x);
            Out.print(' ');
        }
        Out.println();
        int[][] zero = new int[0][5];
        Out.println(zero.length);
        int[][][] inner = new int[3][0][7];
        Out.println(inner[2].length);
        long[][] shared = {new long[2], null, new long[0]};
        shared[1] = shared[0];
        shared[1][1] = 77;
        Out.println(shared[0][1]);
        try {
            Out.println(a[0][0][0]);
        } catch (NullPointerException e) {
            Out.println("inner array missing");
        }
    }
}
