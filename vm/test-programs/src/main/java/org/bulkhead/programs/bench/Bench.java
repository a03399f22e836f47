package org.bulkhead.programs.bench;

import java.util.function.IntToLongFunction;

/** Runs a kernel from its {@code main} and prints what it found and how long it took. */
final class Bench {
    private Bench() {
    }

    /**
     * Runs {@code kernel} with the number of rounds that {@code args} names.
     *
     * @param name   what to call the kernel in the first line
     * @param args   the arguments of {@code main}: at most one, the number of rounds
     * @param rounds how many rounds to do without an argument
     * @param kernel takes the number of rounds and returns the checksum
     */
    static void main(String name, String[] args, int rounds, IntToLongFunction kernel) {
        int n = args.length > 0 ? Integer.parseInt(args[0]) : rounds;
        long start = System.nanoTime();
        long checksum = kernel.applyAsLong(n);
        long elapsed = System.nanoTime() - start;
        System.out.println(name + " checksum: " + checksum);
        System.out.println("elapsed-ns: " + elapsed);
    }
}
