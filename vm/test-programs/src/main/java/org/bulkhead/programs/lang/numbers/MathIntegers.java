package org.bulkhead.programs.lang.numbers;

import org.bulkhead.programs.Out;

/** The integer methods of {@code Math}, with the exact ones failing on overflow. */
public final class MathIntegers {
    private interface Calculation {
        long run();
    }

    public static void main(String[] args) {
        int[] values = {7, -7, 3, -3, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE};
        for (int a : values) {
            for (int b : values) {
                Out.print(Math.floorDiv(a, b));
                Out.print(' ');
                Out.print(Math.floorMod(a, b));
                Out.print(' ');
                Out.print(Math.max(a, b) ^ Math.min(a, b));
                Out.print(' ');
            }
            Out.println(Math.abs(a));
        }
        Out.println(Math.multiplyHigh(Long.MAX_VALUE, Long.MAX_VALUE));
        Out.println(Math.multiplyHigh(0x123456789ABCDEFL, -0xFEDCBA987654321L));
        Out.println(Math.multiplyFull(Integer.MAX_VALUE, -5));
        Out.println(Math.floorDiv(-7L, 2) + Math.floorMod(-7L, 3));
        Out.println(Math.abs(Long.MIN_VALUE));
        attempt(() -> Math.addExact(Integer.MAX_VALUE, 1));
        attempt(() -> Math.addExact(Long.MAX_VALUE, 1L));
        attempt(() -> Math.subtractExact(Integer.MIN_VALUE, 1));
        attempt(() -> Math.multiplyExact(1 << 20, 1 << 12));
        attempt(() -> Math.multiplyExact(1L << 40, 1L << 22));
        attempt(() -> Math.multiplyExact(1L << 40, 1L << 23));
        attempt(() -> Math.multiplyExact(Long.MIN_VALUE, -1L));
        attempt(() -> Math.negateExact(Integer.MIN_VALUE));
        attempt(() -> Math.toIntExact(1L << 31));
        attempt(() -> Math.incrementExact(41));
        attempt(() -> Math.decrementExact(Long.MIN_VALUE));
        attempt(() -> Math.absExact(Integer.MIN_VALUE));
    }

    private static void attempt(Calculation c) {
        try {
            Out.println(c.run());
        } catch (ArithmeticException e) {
            Out.println(e.getMessage());
        }
    }
}
