package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Shifts of {@code long} by every distance, also beyond 63 and negative. */
public final class LongShifts {
    private static final long[] VALUES = {
        0, 1, -1, 0x123456789ABCDEF0L, 0xFEDCBA9876543210L, Long.MIN_VALUE, Long.MAX_VALUE};

    public static void main(String[] args) {
        for (long v : VALUES) {
            for (int distance = -66; distance <= 130; distance += 7) {
                Out.print(v << distance);
                Out.print(' ');
                Out.print(v >> distance);
                Out.print(' ');
                Out.print(v >>> distance);
                Out.print(' ');
            }
            Out.println();
        }
        for (long v : VALUES) {
            Out.hex(v << 31);
            Out.hex(v << 32);
            Out.hex(v << 33);
            Out.hex(v >> 63);
            Out.hex(v >>> 63);
            Out.hex(v >>> 64);
            Out.println();
        }
    }
}
