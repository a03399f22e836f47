package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Conversion of {@code long} to {@code int}, {@code float} and {@code double}, where rounding and cutting show. */
public final class LongConversions {
    private static final long[] VALUES = {
        0, 1, -1, 0x7FFFFFFFL, 0x80000000L, 0xFFFFFFFFL, 0x100000001L, -0x100000001L, 16777217L, 0x1000001000000001L,
        9007199254740992L, 9007199254740993L, 9007199254740995L, Long.MAX_VALUE, Long.MIN_VALUE, 0x7FFFFFBFFFFFFFFFL,
        0x7FFFFFC000000000L};

    public static void main(String[] args) {
        for (long v : VALUES) {
            Out.print((int) v);
            Out.print(' ');
            Out.print((float) v);
            Out.print(' ');
            Out.print((double) v);
            Out.print(' ');
            Out.print((byte) v);
            Out.print(' ');
            Out.print((short) v);
            Out.print(' ');
            Out.println((int) (char) v);
        }
    }
}
