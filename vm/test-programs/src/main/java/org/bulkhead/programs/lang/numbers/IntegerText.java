package org.bulkhead.programs.lang.numbers;

import org.bulkhead.programs.Out;

/** {@code Integer} to text and back, in several radices. */
public final class IntegerText {
    public static void main(String[] args) {
        int[] values = {0, 1, -1, 7, 10, -10, 99, 100, 255, 256, 65535, 1000000, 999999999, Integer.MAX_VALUE, Integer.MIN_VALUE};
        for (int v : values) {
            Out.println(Integer.toString(v) + " " + Integer.toHexString(v) + " " + Integer.toOctalString(v) + " "
                + Integer.toBinaryString(v) + " " + Integer.toString(v, 36) + " " + Integer.toString(v, 3) + " "
                + Integer.toUnsignedString(v) + " " + Integer.parseInt(Integer.toString(v)) + " "
                + Integer.parseInt(Integer.toString(v, 7), 7) + " " + Integer.parseUnsignedInt(Integer.toHexString(v), 16));
        }
        Out.println(Integer.parseInt("+42"));
        Out.println(Integer.parseInt("-0"));
        Out.println(Integer.parseInt("00012"));
        Out.println(Integer.valueOf("7f", 16).intValue());
        Out.println(Integer.decode("0x10") + Integer.decode("-010") + Integer.decode("#F") + Integer.decode("9"));
        Out.println(Integer.parseInt("zz", 36));
        Out.println(Integer.parseInt("x12y", 1, 3, 10));
        Out.println(Integer.toString(5, 99));
        Out.println(Integer.parseInt("\u0661\u0662"));
    }
}
