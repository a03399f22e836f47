package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Shifts of {@code int} by every distance, also beyond 31 and negative. */
public final class IntShifts {
    private static final int[] VALUES = {0, 1, -1, 0x12345678, 0x87654321, Integer.MIN_VALUE, Integer.MAX_VALUE};

    public static void main(String[] args) {
        for (int v : VALUES) {
            for (int distance = -34; distance <= 66; distance += 5) {
                Out.print(v << distance);
                Out.print(' ');
                Out.print(v >> distance);
                Out.print(' ');
                Out.print(v >>> distance);
                Out.print(' ');
            }
            Out.println();
        }
        for (int v : VALUES) {
            Out.hex(v << 0);
            Out.hex(v << 31);
            Out.hex(v >> 31);
            Out.hex(v >>> 31);
            Out.hex(v << 32);
            Out.hex(v >>> 33);
            Out.println();
        }
        int byLong = 5;
        long far = 0x1_0000_0001L;
        Out.show("by long", byLong << far);
    }
}
