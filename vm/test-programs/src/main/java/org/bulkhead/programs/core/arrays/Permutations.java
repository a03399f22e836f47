package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** All permutations in order, and all subsets of a given sum. */
public final class Permutations {
    private static int found;

    public static void main(String[] args) {
        int[] p = {1, 2, 3, 4};
        do {
            for (int x : p) {
                Out.print(x);
            }
            Out.print(' ');
        } while (next(p));
        Out.println();
        int[] seven = {1, 2, 3, 4, 5, 6, 7};
        int count = 0;
        int hash = 0;
        do {
            count++;
            hash = hash * 17 + seven[3] * seven[6];
        } while (next(seven));
        Out.println(count);
        Out.println(hash);
        subsets(new int[] {3, 34, 4, 12, 5, 2, 7, 9}, 0, 21);
        Out.println(found);
    }

    private static boolean next(int[] p) {
        int i = p.length - 2;
        while (i >= 0 && p[i] >= p[i + 1]) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        int j = p.length - 1;
        while (p[j] <= p[i]) {
            j--;
        }
        swap(p, i, j);
        for (int a = i + 1, b = p.length - 1; a < b; a++, b--) {
            swap(p, a, b);
        }
        return true;
    }

    private static void swap(int[] p, int i, int j) {
        int x = p[i];
        p[i] = p[j];
        p[j] = x;
    }

    private static void subsets(int[] numbers, int from, int rest) {
        if (rest == 0) {
            found++;
            return;
        }
        for (int i = from; i < numbers.length; i++) {
            if (numbers[i] <= rest) {
                subsets(numbers, i + 1, rest - numbers[i]);
            }
        }
    }
}
