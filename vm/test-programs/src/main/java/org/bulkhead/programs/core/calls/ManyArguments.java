package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Methods with more arguments than there are registers, of every type, static and on an object. */
public final class ManyArguments {
    private final int base;

    private ManyArguments(int base, long unused, double also, int... rest) {
        this.base = base + (int) unused + (int) also + rest.length;
    }

    public static void main(String[] args) {
        Out.println(ints(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
        Out.println(longs(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        Out.println(doubles(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
        Out.println(floats(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        ManyArguments o = new ManyArguments(100, 20L, 3.0, 1, 1, 1, 1);
        Out.println(o.mixed((byte) -1, 'c', 1L << 40, 0.5f, true, 2.5, (short) -300, "text", 7, new int[] {9}, -1L, 1e3, 2f, 'z'));
        Out.println(o.mixed((byte) 1, 'd', -1L, -0.5f, false, -2.5, (short) 300, "", -7, new int[] {-9}, 1L, -1e3, -2f, 'y'));
    }

    private static int ints(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l) {
        return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i + 10 * j + 11 * k + 12 * l;
    }

    private static long longs(long a, long b, long c, long d, long e, long f, long g, long h, long i, long j) {
        return a - 2 * b + 3 * c - 4 * d + 5 * e - 6 * f + 7 * g - 8 * h + 9 * i - 10 * j;
    }

    private static double doubles(double a, double b, double c, double d, double e, double f,
                                  double g, double h, double i, double j, double k, double l) {
        return a + b / 2 + c / 4 + d / 8 + e / 16 + f / 32 + g / 64 + h / 128 + i / 256 + j / 512 + k / 1024 + l / 2048;
    }

    private static float floats(float a, float b, float c, float d, float e, float f, float g, float h, float i, float j) {
        return a + b / 2 + c / 4 + d / 8 + e / 16 + f / 32 + g / 64 + h / 128 + i / 256 + j / 512;
    }

    private double mixed(byte b, char c, long l, float f, boolean z, double d, short s, String text, int i, int[] array,
                         long m, double e, float g, char y) {
        return base + b + c * 2 + l + f + (z ? 1000 : 0) + d + s + text.length() + i + array[0] + m + e + g + y;
    }
}
