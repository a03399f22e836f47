package org.bulkhead.programs.core.exceptions;

import org.bulkhead.programs.Out;

/** Division by zero in every form: int and long, quotient and remainder, compound, constant, in a loop. Floating point does not mind. */
public final class DivisionByZero {
    private static int caught;

    public static void main(String[] args) {
        int zero = args.length;
        long wideZero = zero;
        int i = 5;
        long l = 7;
        try {
            i = i / zero;
        } catch (ArithmeticException e) {
            caught++;
        }
        try {
            i %= zero;
        } catch (ArithmeticException e) {
            caught++;
        }
        try {
            l /= wideZero;
        } catch (ArithmeticException e) {
            caught++;
        }
        try {
            l = i % wideZero;
        } catch (ArithmeticException e) {
            caught++;
        }
        try {
            l = Long.MIN_VALUE / wideZero;
        } catch (ArithmeticException e) {
            caught++;
        }
        Out.println(i);
        Out.println(l);
        int rounds = 0;
        for (int n = -3; n <= 3; n++) {
            try {
                rounds += 12 / n;
            } catch (ArithmeticException e) {
                rounds += 1000;
            }
        }
        Out.println(rounds);
        try {
            Out.println(pending(1, 2L, 3.0, 4 / zero));
        } catch (ArithmeticException e) {
            caught++;
        }
        Out.println(caught);
        Out.println(i / 0.0);
        Out.println(0.0f / zero);
        Out.println(5 % 0.0 != 5 % 0.0);
        byte b = (byte) 200;
        try {
            b /= (byte) zero;
        } catch (ArithmeticException e) {
            Out.println(b);
        }
    }

    private static double pending(int a, long b, double c, int d) {
        return a + b + c + d;
    }
}
