package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** Four sorting algorithms written out, on the same pseudo-random numbers. */
public final class SortingByHand {
    public static void main(String[] args) {
        int[] original = numbers(800);
        int[] a = copy(original);
        insertion(a);
        int[] b = copy(original);
        quick(b, 0, b.length - 1);
        int[] c = copy(original);
        heap(c);
        int[] d = copy(original);
        merge(d, new int[d.length], 0, d.length);
        Out.println(hash(a));
        Out.println(hash(b));
        Out.println(hash(c));
        Out.println(hash(d));
        Out.println(a[0]);
        Out.println(a[799]);
    }

    private static int[] numbers(int n) {
        int[] result = new int[n];
        int seed = 42;
        for (int i = 0; i < n; i++) {
            seed = seed * 1664525 + 1013904223;
            result[i] = seed >> 8;
        }
        return result;
    }

    private static int[] copy(int[] from) {
        int[] to = new int[from.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i];
        }
        return to;
    }

    private static int hash(int[] a) {
        int h = 1;
        for (int x : a) {
            h = h * 31 + x;
        }
        return h;
    }

    private static void insertion(int[] a) {
        for (int i = 1; i < a.length; i++) {
            int x = a[i];
            int j = i;
            for (; j > 0 && a[j - 1] > x; j--) {
                a[j] = a[j - 1];
            }
            a[j] = x;
        }
    }

    private static void quick(int[] a, int low, int high) {
        if (low >= high) {
            return;
        }
        int pivot = a[low + high >>> 1];
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
        quick(a, low, j);
        quick(a, i, high);
    }

    private static void heap(int[] a) {
        for (int i = a.length / 2; i >= 0; i--) {
            sink(a, i, a.length);
        }
        for (int end = a.length - 1; end > 0; end--) {
            int top = a[0];
            a[0] = a[end];
            a[end] = top;
            sink(a, 0, end);
        }
    }

    private static void sink(int[] a, int from, int end) {
        int x = a[from];
        for (int child; (child = 2 * from + 1) < end; from = child) {
            if (child + 1 < end && a[child + 1] > a[child]) {
                child++;
            }
            if (a[child] <= x) {
                break;
            }
            a[from] = a[child];
        }
        a[from] = x;
    }

    private static void merge(int[] a, int[] spare, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) / 2;
        merge(a, spare, from, middle);
        merge(a, spare, middle, to);
        for (int i = from, j = middle, k = from; k < to; k++) {
            spare[k] = j >= to || i < middle && a[i] <= a[j] ? a[i++] : a[j++];
        }
        for (int k = from; k < to; k++) {
            a[k] = spare[k];
        }
    }
}
