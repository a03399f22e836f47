package org.bulkhead.programs.util.text;

import org.bulkhead.programs.Out;

/** {@code String.format} of integers: flags, widths, radices. */
public final class FormatIntegers {
    public static void main(String[] args) {
        int[] ints = {0, 7, -7, 12345, -1234567, Integer.MAX_VALUE, Integer.MIN_VALUE};
        for (int i : ints) {
            Out.println(String.format("%d|%5d|%-12d|%012d|%+d|% d|%,d|%(d", i, i, i, i, i, i, i, i));
            Out.println(String.format("%x|%X|%08x|%#x|%o|%#o|%c", i, i, i, i, i, i, i & 0x7F | 0x20));
        }
        long[] longs = {0, -1, 1L << 40, Long.MIN_VALUE};
        for (long l : longs) {
            Out.println(String.format("%d|%,d|%x|%25d|%-25d|%025d", l, l, l, l, l, l));
        }
        Out.println(String.format("%d %d %d", (byte) -1, (short) 300, 5L) + String.format("%x %x", (byte) -1, (short) -1));
        Out.println(String.format("%2$d %1$d %2$d %<d", 1, 2));
    }
}
