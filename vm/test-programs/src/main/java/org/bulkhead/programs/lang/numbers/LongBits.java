package org.bulkhead.programs.lang.numbers;

import org.bulkhead.programs.Out;

/** The bit operations of {@code Long}, and its unsigned arithmetic. */
public final class LongBits {
    public static void main(String[] args) {
        long[] values = {0, 1, -1, 0x100000000L, 0x00FF00FF00FF00FFL, Long.MIN_VALUE, Long.MAX_VALUE, 0x123456789ABCDEFL};
        for (long v : values) {
            Out.println(Long.bitCount(v) + " " + Long.numberOfLeadingZeros(v) + " " + Long.numberOfTrailingZeros(v) + " "
                + Long.highestOneBit(v) + " " + Long.lowestOneBit(v) + " " + Long.reverse(v) + " " + Long.reverseBytes(v) + " "
                + Long.rotateLeft(v, 13) + " " + Long.rotateRight(v, 70) + " " + Long.signum(v) + " " + Long.hashCode(v));
            for (long w : values) {
                Out.print(Long.compareUnsigned(v, w));
                Out.print(' ');
                if (w != 0) {
                    Out.print(Long.divideUnsigned(v, w));
                    Out.print(' ');
                    Out.print(Long.remainderUnsigned(v, w));
                    Out.print(' ');
                }
            }
            Out.println();
        }
    }
}
