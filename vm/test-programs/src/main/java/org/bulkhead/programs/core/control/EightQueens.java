package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** Counts the placements of n queens by backtracking. */
public final class EightQueens {
    public static void main(String[] args) {
        for (int n = 1; n <= 8; n++) {
            Out.print(n);
            Out.print(' ');
            Out.print(place(0, n, new int[n]));
            Out.print(' ');
            Out.println(byBits((1 << n) - 1, 0, 0, 0));
        }
    }

    private static int place(int row, int n, int[] columns) {
        if (row == n) {
            return 1;
        }
        int count = 0;
        next:
        for (int c = 0; c < n; c++) {
            for (int r = 0; r < row; r++) {
                int distance = columns[r] - c;
                if (distance == 0 || distance == row - r || distance == r - row) {
                    continue next;
                }
            }
            columns[row] = c;
            count += place(row + 1, n, columns);
        }
        return count;
    }

    private static int byBits(int all, int columns, int left, int right) {
        if (columns == all) {
            return 1;
        }
        int count = 0;
        for (int free = all & ~(columns | left | right); free != 0; free &= free - 1) {
            int bit = free & -free;
            count += byBits(all, columns | bit, (left | bit) << 1, (right | bit) >> 1);
        }
        return count;
    }
}
