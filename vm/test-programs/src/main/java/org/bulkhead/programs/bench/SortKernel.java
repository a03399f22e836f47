package org.bulkhead.programs.bench;

/** Quicksort written out, on pseudo-random numbers: compares, swaps, bounds checks and recursion. */
public final class SortKernel {
    private static final int ROUNDS = 300;
    private static final int SIZE = 10_000;
    private static final int SMALL = 16;

    private SortKernel() {
    }

    /** Runs the kernel from the command line. */
    public static void main(String[] args) {
        Bench.main("SortKernel", args, ROUNDS, SortKernel::run);
    }

    /** Sorts {@code n} arrays of 10,000 numbers and returns a hash over samples of them. */
    public static long run(int n) {
        int[] numbers = new int[SIZE];
        int seed = 12345;
        long hash = 0;
        for (int round = 0; round < n; round++) {
            for (int i = 0; i < SIZE; i++) {
                seed = seed * 1664525 + 1013904223;
                numbers[i] = seed >>> 4;
            }
            sort(numbers, 0, SIZE - 1);
            for (int i = 0; i < SIZE; i += 97) {
                hash = hash * 31 + numbers[i];
            }
        }
        return hash;
    }

    private static void sort(int[] a, int low, int high) {
        while (high - low > SMALL) {
            int pivot = middle(a[low], a[low + high >>> 1], a[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (a[i] < pivot) {
                    i++;
                }
                while (a[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swap = a[i];
                    a[i++] = a[j];
                    a[j--] = swap;
                }
            }
            if (j - low < high - i) {
                sort(a, low, j);
                low = i;
            } else {
                sort(a, i, high);
                high = j;
            }
        }
        for (int i = low + 1; i <= high; i++) {
            int x = a[i];
            int j = i - 1;
            for (; j >= low && a[j] > x; j--) {
                a[j + 1] = a[j];
            }
            a[j + 1] = x;
        }
    }

    private static int middle(int a, int b, int c) {
        return a < b ? b < c ? b : a < c ? c : a : a < c ? a : b < c ? c : b;
    }
}
