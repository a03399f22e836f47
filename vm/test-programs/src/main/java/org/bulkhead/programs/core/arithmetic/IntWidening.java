package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Widening of {@code int}, {@code char}, {@code short} and {@code byte} to {@code long}, {@code float} and {@code double}. */
public final class IntWidening {
    private static final int[] VALUES = {
        0, 1, -1, 16777216, 16777217, 16777219, -16777217, 33554435, Integer.MAX_VALUE, Integer.MIN_VALUE, 123456789};

    public static void main(String[] args) {
        for (int v : VALUES) {
            long l = v;
            float f = v;
            double d = v;
            Out.print(l);
            Out.print(' ');
            Out.print(l << 8);
            Out.print(' ');
            Out.print(f);
            Out.print(' ');
            Out.println(d);
        }
        byte b = -1;
        char c = '\uFFFF';
        short s = -32768;
        long fromByte = b;
        long fromChar = c;
        long fromShort = s;
        float floatFromChar = c;
        double doubleFromByte = b;
        Out.show("byte", fromByte);
        Out.show("char", fromChar);
        Out.show("short", fromShort);
        Out.show("char as float", floatFromChar);
        Out.show("byte as double", doubleFromByte);
    }
}
