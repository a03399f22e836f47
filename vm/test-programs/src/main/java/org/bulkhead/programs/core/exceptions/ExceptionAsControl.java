package org.bulkhead.programs.core.exceptions;

import org.bulkhead.programs.Out;

/** A recursive search that ends by throwing, over interface calls and handlers that carry on. */
public final class ExceptionAsControl {
    private static final class Solution extends Exception {
        final int[] path;
        final int length;

        Solution(int[] path, int length) {
            this.path = path;
            this.length = length;
        }
    }

    private interface Move {
        int apply(int x);
    }

    private static final class Twice implements Move {
        @Override
        public int apply(int x) {
            return x * 2;
        }
    }

    private static final class Plus implements Move {
        private final int step;

        Plus(int step) {
            this.step = step;
        }

        @Override
        public int apply(int x) {
            return x + step;
        }
    }

    private static final class Square implements Move {
        @Override
        public int apply(int x) {
            if (x > 50) {
                throw new IllegalArgumentException();
            }
            return x * x;
        }
    }

    private static final int[] PATH = new int[32];

    public static void main(String[] args) {
        int[] goals = {7, 22, 97, 100, -5};
        for (int goal : goals) {
            Move[] moves = {new Twice(), new Plus(3), new Square()};
            try {
                search(1, goal, 0, 6, moves);
                Out.println("none");
            } catch (Solution s) {
                for (int i = 0; i < s.length; i++) {
                    Out.print(s.path[i]);
                    Out.print(' ');
                }
                Out.println();
            }
        }
    }

    private static void search(int at, int goal, int depth, int limit, Move[] moves) throws Solution {
        if (at == goal) {
            throw new Solution(PATH, depth);
        }
        if (depth == limit) {
            return;
        }
        for (int m = 0; m < moves.length; m++) {
            PATH[depth] = m;
            try {
                search(moves[m].apply(at), goal, depth + 1, limit, moves);
            } catch (IllegalArgumentException e) {
                PATH[depth] = -1;
            }
        }
    }
}
