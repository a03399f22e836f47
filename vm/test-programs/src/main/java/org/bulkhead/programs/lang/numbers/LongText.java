package org.bulkhead.programs.lang.numbers;

import org.bulkhead.programs.Out;

/** {@code Long} to text and back, in several radices and unsigned. */
public final class LongText {
    public static void main(String[] args) {
        long[] values = {0, -1, 9, 10, -100, 4294967295L, 4294967296L, 1000000000000L, Long.MAX_VALUE, Long.MIN_VALUE, -987654321012345678L};
        for (long v : values) {
            Out.println(Long.toString(v) + " " + Long.toHexString(v) + " " + Long.toOctalString(v) + " " + Long.toBinaryString(v)
                + " " + Long.toString(v, 36) + " " + Long.toUnsignedString(v) + " " + Long.toUnsignedString(v, 5) + " "
                + Long.parseLong(Long.toString(v)) + " " + Long.parseLong(Long.toString(v, 32), 32) + " "
                + Long.parseUnsignedLong(Long.toUnsignedString(v)));
        }
        Out.println(Long.parseLong("-9223372036854775808"));
        Out.println(Long.decode("0xFFFFFFFFFF").longValue());
        Out.println(Long.valueOf("123").equals(123L));
        long power = 1;
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 19; i++) {
            all.append(power).append(' ').append(Long.toString(-power)).append(' ');
            power *= 10;
        }
        Out.println(all.toString());
    }
}
