package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** {@code int} arrays: default values, prefix sums, aliases. */
public final class IntArrays {
    public static void main(String[] args) {
        int[] a = new int[50];
        Out.println(a[0] + a[49]);
        for (int i = 0; i < a.length; i++) {
            a[i] = i * i - 100;
        }
        int[] prefix = new int[a.length + 1];
        for (int i = 0; i < a.length; i++) {
            prefix[i + 1] = prefix[i] + a[i];
        }
        Out.println(prefix[50]);
        Out.println(prefix[40] - prefix[10]);
        int[] alias = a;
        alias[3] = 12345;
        Out.println(a[3]);
        Out.println(alias == a);
        int[] empty = {};
        Out.println(empty.length);
        int[] self = {2, 0, 1};
        self[self[0]] = self[self[2]] + 10;
        Out.println(self[2]);
        a[a[10]] = 7;
        Out.println(a[0]);
        int binary = 0;
        int low = 0;
        int high = a.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            binary++;
            if (prefix[middle] < 5000) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        Out.println(low * 100 + binary);
    }
}
