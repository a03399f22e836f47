package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** Dynamic programming: the best knapsack and the distance between two words. */
public final class Knapsack {
    public static void main(String[] args) {
        int[] weights = {12, 2, 1, 4, 1, 7, 9, 3};
        int[] values = {4, 2, 1, 10, 2, 8, 11, 3};
        long[] best = new long[31];
        for (int i = 0; i < weights.length; i++) {
            for (int room = 30; room >= weights[i]; room--) {
                long with = best[room - weights[i]] + values[i];
                if (with > best[room]) {
                    best[room] = with;
                }
            }
        }
        for (long b : best) {
            Out.print(b);
            Out.print(' ');
        }
        Out.println();
        Out.println(distance("kitten", "sitting"));
        Out.println(distance("", "abc"));
        Out.println(distance("intention", "execution"));
    }

    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                } else {
                    int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    int insert = d[i][j - 1] + 1;
                    int delete = d[i - 1][j] + 1;
                    d[i][j] = replace < insert ? replace < delete ? replace : delete : insert < delete ? insert : delete;
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
