package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Newton's square roots and other simple series, printed with fixed decimals. */
public final class DecimalPrinting {
    public static void main(String[] args) {
        for (int n = 1; n <= 20; n++) {
            Out.print(n);
            Out.print(' ');
            Out.fixed(root(n), 8);
            Out.print(' ');
            Out.fixed(exponential(-n / 4.0), 7);
            Out.print(' ');
            Out.fixed(n / 7f, 5);
            Out.println();
        }
        Out.fixed(-2.75, 3);
        Out.println();
        Out.fixed(1 / 0.0, 3);
        Out.println();
        Out.fixed(0.0 / 0.0, 3);
        Out.println();
    }

    private static double root(double x) {
        double guess = x;
        for (int i = 0; i < 30; i++) {
            guess = (guess + x / guess) / 2;
        }
        return guess;
    }

    private static double exponential(double x) {
        double term = 1;
        double sum = 1;
        for (int i = 1; i < 40; i++) {
            term *= x / i;
            sum += term;
        }
        return sum;
    }
}
