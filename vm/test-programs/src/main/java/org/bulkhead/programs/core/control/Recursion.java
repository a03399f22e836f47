package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** Recursive functions: Fibonacci, Ackermann, Hanoi, and two that call one another. */
public final class Recursion {
    private static int moves;

    public static void main(String[] args) {
        Out.show("fibonacci", fibonacci(24));
        Out.show("ackermann", ackermann(2, 300));
        hanoi(12, 'a', 'b', 'c');
        Out.show("hanoi", moves);
        Out.show("even", even(2000));
        Out.show("female", female(40) * 100 + male(40));
        Out.show("binomial", binomial(20, 10));
        Out.show("power", power(1.0001, 5000));
        Out.show("depth", depth(5000, 1, 2.0, 3f));
    }

    private static int fibonacci(int n) {
        return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    }

    private static int ackermann(int m, int n) {
        if (m == 0) {
            return n + 1;
        }
        return n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
    }

    private static void hanoi(int n, char from, char to, char over) {
        if (n > 0) {
            hanoi(n - 1, from, over, to);
            moves++;
            hanoi(n - 1, over, to, from);
        }
    }

    private static boolean even(int n) {
        return n == 0 || odd(n - 1);
    }

    private static boolean odd(int n) {
        return n != 0 && even(n - 1);
    }

    private static int female(int n) {
        return n == 0 ? 1 : n - male(female(n - 1));
    }

    private static int male(int n) {
        return n == 0 ? 0 : n - female(male(n - 1));
    }

    private static long binomial(int n, int k) {
        return k == 0 || k == n ? 1 : binomial(n - 1, k - 1) + binomial(n - 1, k);
    }

    private static double power(double x, int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }

    private static long depth(int n, long a, double b, float c) {
        return n == 0 ? a : depth(n - 1, a + (long) b, b + 0.5, -c) + (c > 0 ? 1 : 2);
    }
}
