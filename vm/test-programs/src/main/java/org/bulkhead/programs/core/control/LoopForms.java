package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** Each form of loop with zero, one and many rounds, and with several variables. */
public final class LoopForms {
    public static void main(String[] args) {
        for (int limit = 0; limit < 4; limit++) {
            int a = 0;
            while (a < limit) {
                a++;
            }
            int b = 0;
            do {
                b++;
            } while (b < limit);
            int c = 0;
            for (int i = 0; i < limit; i++) {
                c += i + 1;
            }
            int d = 0;
            for (int i = limit, j = 0; i > j || d < limit; i--, j++) {
                d++;
            }
            int e = 0;
            for (int x : new int[limit]) {
                e += x + 1;
            }
            int f = 0;
            for (; ; ) {
                if (f++ >= limit) {
                    break;
                }
            }
            Out.println(a * 100000 + b * 10000 + c * 1000 + d * 100 + e * 10 + f);
        }
        long product = 1;
        for (long i = 1; i <= 20; i++) {
            product *= i;
        }
        Out.println(product);
        float x = 0;
        int rounds = 0;
        for (; x < 1; x += 0.1f) {
            rounds++;
        }
        Out.println(rounds);
        for (char c = 'a'; c <= 'j'; c += 2) {
            Out.print(c);
        }
        Out.println();
        for (byte b = 100; b > 0; b += 9) {
            Out.print(b);
            Out.print(' ');
        }
        Out.println();
    }
}
