package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Results of every type, also from methods whose result is thrown away. */
public final class ReturnTypes {
    private static int count;

    public static void main(String[] args) {
        for (int i = -2; i < 3; i++) {
            Out.print(aBoolean(i));
            Out.print(' ');
            Out.print(aByte(i * 100));
            Out.print(' ');
            Out.print((int) aChar(i));
            Out.print(' ');
            Out.print(aShort(i * 20000));
            Out.print(' ');
            Out.print(anInt(i));
            Out.print(' ');
            Out.print(aLong(i));
            Out.print(' ');
            Out.print(aFloat(i));
            Out.print(' ');
            Out.print(aDouble(i));
            Out.print(' ');
            Out.print(aString(i));
            Out.print(' ');
            Out.println(anArray(i).length);
            aLong(i);
            aDouble(i);
            aString(i);
            anArray(i);
            nothing();
        }
        Out.println(count);
    }

    private static boolean aBoolean(int i) {
        return i > 0;
    }

    private static byte aByte(int i) {
        return (byte) i;
    }

    private static char aChar(int i) {
        return (char) i;
    }

    private static short aShort(int i) {
        return (short) i;
    }

    private static int anInt(int i) {
        count++;
        return i * 1_000_000_000;
    }

    private static long aLong(int i) {
        count++;
        return i * 1_000_000_000L;
    }

    private static float aFloat(int i) {
        return i / 3f;
    }

    private static double aDouble(int i) {
        count++;
        return i / 3d;
    }

    private static String aString(int i) {
        return i < 0 ? null : "value";
    }

    private static long[] anArray(int i) {
        count++;
        return new long[i + 2];
    }

    private static void nothing() {
        if (count % 2 == 0) {
            return;
        }
        count += 10;
    }
}
