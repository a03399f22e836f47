package org.bulkhead.programs.bench;

/** Fibonacci numbers by double recursion: nothing but calls. */
public final class Fib {
    private static final int ROUNDS = 100;
    private static final int ARGUMENT = 27;

    private Fib() {
    }

    /** Runs the kernel from the command line. */
    public static void main(String[] args) {
        Bench.main("Fib", args, ROUNDS, Fib::run);
    }

    /** Computes the 27th Fibonacci number {@code n} times and returns the sum. */
    public static long run(int n) {
        long sum = 0;
        for (int round = 0; round < n; round++) {
            sum += fib(ARGUMENT);
        }
        return sum;
    }

    private static int fib(int n) {
        return n < 2 ? n : fib(n - 1) + fib(n - 2);
    }
}
