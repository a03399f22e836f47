package org.bulkhead.programs.lang.memory;

import org.bulkhead.programs.Out;

/** Arrays larger than the heap are refused with an error that can be caught, of every element type. */
public final class HugeArrays {
    private interface Maker {
        Object make(int size);
    }

    public static void main(String[] args) {
        Maker[] makers = {
            n -> new byte[n], n -> new boolean[n], n -> new char[n], n -> new short[n], n -> new int[n], n -> new long[n],
            n -> new float[n], n -> new double[n], n -> new Object[n], n -> new String[n][], n -> new long[4][n], n -> new int[n][2]};
        int[] sizes = {10, Integer.MAX_VALUE, Integer.MAX_VALUE - 1, Integer.MAX_VALUE - 2, 1 << 30, 1 << 28, 100};
        for (int size : sizes) {
            int made = 0;
            int refused = 0;
            for (Maker m : makers) {
                try {
                    if (m.make(size) != null) {
                        made++;
                    }
                } catch (OutOfMemoryError e) {
                    refused++;
                }
            }
            Out.println(size + ": " + made + " made, " + refused + " refused");
        }
    }
}
