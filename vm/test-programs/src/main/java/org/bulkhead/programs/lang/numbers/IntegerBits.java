package org.bulkhead.programs.lang.numbers;

import org.bulkhead.programs.Out;

/** The bit operations of {@code Integer}. */
public final class IntegerBits {
    public static void main(String[] args) {
        int[] values = {0, 1, -1, 2, 3, 0x00FF00FF, 0x80000000, 0x7FFFFFFF, 0x12345678, 0xF0000001};
        for (int v : values) {
            Out.println(Integer.bitCount(v) + " " + Integer.numberOfLeadingZeros(v) + " " + Integer.numberOfTrailingZeros(v) + " "
                + Integer.highestOneBit(v) + " " + Integer.lowestOneBit(v) + " " + Integer.reverse(v) + " " + Integer.reverseBytes(v) + " "
                + Integer.rotateLeft(v, 5) + " " + Integer.rotateRight(v, 37) + " " + Integer.signum(v) + " "
                + Integer.compareUnsigned(v, 5) + " " + Integer.divideUnsigned(v, 7) + " " + Integer.remainderUnsigned(v, 7) + " "
                + Integer.toUnsignedLong(v));
        }
        Out.println(Integer.compare(3, 5) + Integer.sum(2, 3) * 10 + Integer.max(-1, -2) + Integer.min(4, -4));
        Out.println(Integer.MAX_VALUE + Integer.SIZE + Integer.BYTES);
        Out.println(Short.reverseBytes((short) 0x1234) + " " + Short.toUnsignedInt((short) -1) + " " + Byte.toUnsignedInt((byte) -1)
            + " " + (int) Character.reverseBytes('\u1234'));
    }
}
