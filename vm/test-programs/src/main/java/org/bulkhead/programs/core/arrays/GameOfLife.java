package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** Conway's game of life on a torus. */
public final class GameOfLife {
    private static final int SIZE = 24;

    public static void main(String[] args) {
        boolean[][] cells = new boolean[SIZE][SIZE];
        int[][] glider = {{1, 0}, {2, 1}, {0, 2}, {1, 2}, {2, 2}, {10, 10}, {11, 10}, {12, 10}, {11, 11}};
        for (int[] p : glider) {
            cells[p[1]][p[0]] = true;
        }
        for (int generation = 0; generation < 40; generation++) {
            cells = next(cells);
            Out.print(alive(cells));
            Out.print(' ');
        }
        Out.println();
        for (boolean[] row : cells) {
            for (boolean c : row) {
                Out.print(c ? '#' : '.');
            }
            Out.println();
        }
    }

    private static boolean[][] next(boolean[][] cells) {
        boolean[][] result = new boolean[SIZE][SIZE];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int around = 0;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        if ((dx != 0 || dy != 0) && cells[(y + dy + SIZE) % SIZE][(x + dx + SIZE) % SIZE]) {
                            around++;
                        }
                    }
                }
                result[y][x] = around == 3 || around == 2 && cells[y][x];
            }
        }
        return result;
    }

    private static int alive(boolean[][] cells) {
        int count = 0;
        for (boolean[] row : cells) {
            for (boolean c : row) {
                count += c ? 1 : 0;
            }
        }
        return count;
    }
}
