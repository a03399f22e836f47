package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** An array of negative size is refused, in any dimension, before anything is made. */
public final class NegativeSizes {
    public static void main(String[] args) {
        int[] sizes = {0, -1, Integer.MIN_VALUE, 2};
        for (int size : sizes) {
            try {
                Out.print(new int[size].length);
            } catch (NegativeArraySizeException e) {
                Out.print('i');
            }
            try {
                Out.print(new Object[size].length);
            } catch (NegativeArraySizeException e) {
                Out.print('o');
            }
            try {
                Out.print(new long[3][size].length);
            } catch (NegativeArraySizeException e) {
                Out.print('m');
            }
            try {
                Out.print(new byte[size][2][1].length);
            } catch (NegativeArraySizeException e) {
                Out.print('b');
            }
            try {
                Out.print(new char[0][size].length);
            } catch (NegativeArraySizeException e) {
                Out.print('z');
            }
            Out.println();
        }
        try {
            Out.println(new int[size("first", 2)][size("second", -1)][size("third", 3)].length);
        } catch (NegativeArraySizeException e) {
            Out.println("all sizes are evaluated first");
        }
    }

    private static int size(String name, int value) {
        Out.print(name);
        Out.print(' ');
        return value;
    }
}
