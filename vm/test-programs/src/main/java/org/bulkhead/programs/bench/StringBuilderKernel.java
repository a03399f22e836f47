package org.bulkhead.programs.bench;

/** {@code StringBuilder}: numbers and characters appended, text searched, hashed and reversed. */
public final class StringBuilderKernel {
    private static final int ROUNDS = 2000;
    private static final int PARTS = 200;

    private StringBuilderKernel() {
    }

    /** Runs the kernel from the command line. */
    public static void main(String[] args) {
        Bench.main("StringBuilderKernel", args, ROUNDS, StringBuilderKernel::run);
    }

    /** Builds {@code n} texts of 200 parts and returns a hash over them. */
    public static long run(int n) {
        long hash = 0;
        for (int round = 0; round < n; round++) {
            StringBuilder b = new StringBuilder();
            for (int i = 0; i < PARTS; i++) {
                b.append("item ").append(i * round).append(':').append((char) ('a' + i % 26)).append((long) i << 20).append(i % 3 == 0).append(';');
            }
            String text = b.toString();
            hash = hash * 31 + text.hashCode();
            hash += text.indexOf("item " + PARTS / 2 * round);
            hash ^= b.reverse().charAt(round % b.length());
        }
        return hash;
    }
}
