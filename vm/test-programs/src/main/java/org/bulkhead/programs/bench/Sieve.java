package org.bulkhead.programs.bench;

/** The sieve of Eratosthenes over a {@code boolean} array: array stores and short loops. */
public final class Sieve {
    private static final int SIZE = 8192;
    private static final int ROUNDS = 5000;

    private Sieve() {
    }

    /** Runs the kernel from the command line. */
    public static void main(String[] args) {
        Bench.main("Sieve", args, ROUNDS, Sieve::run);
    }

    /** Counts the primes below 8192, {@code n} times over, and returns the sum of the counts. */
    public static long run(int n) {
        long found = 0;
        boolean[] composite = new boolean[SIZE];
        for (int round = 0; round < n; round++) {
            for (int i = 0; i < SIZE; i++) {
                composite[i] = false;
            }
            for (int i = 2; i < SIZE; i++) {
                if (!composite[i]) {
                    found++;
                    for (int j = i + i; j < SIZE; j += i) {
                        composite[j] = true;
                    }
                }
            }
        }
        return found;
    }
}
