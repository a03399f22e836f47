package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Narrowing of {@code int} to {@code byte}, {@code short} and {@code char}. */
public final class IntNarrowing {
    private static final int[] VALUES = {
        0, 1, -1, 127, 128, 129, 255, 256, -128, -129, 32767, 32768, 65535, 65536, -32768, -32769,
        0x12345678, 0x8765FEDC, Integer.MAX_VALUE, Integer.MIN_VALUE};

    public static void main(String[] args) {
        for (int v : VALUES) {
            byte b = (byte) v;
            short s = (short) v;
            char c = (char) v;
            Out.print(b);
            Out.print(' ');
            Out.print(s);
            Out.print(' ');
            Out.print((int) c);
            Out.print(' ');
            Out.print((short) (byte) v);
            Out.print(' ');
            Out.print((char) (byte) v + 0);
            Out.print(' ');
            Out.print((byte) (char) v);
            Out.print(' ');
            Out.println(returned(v) + returnedShort(v) + returnedChar(v));
        }
    }

    private static byte returned(int v) {
        return (byte) (v * 3);
    }

    private static short returnedShort(int v) {
        return (short) (v * 5);
    }

    private static char returnedChar(int v) {
        return (char) (v * 7);
    }
}
