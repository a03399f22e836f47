package org.bulkhead.servers.conformance;

/** A calculation that keeps the floating-point registers busy and whose result shows if one of them was ever wrong. */
final class Numbers {
    private Numbers() {}

    /** Returns the bits of a sum of {@code rounds} terms that depends on each of them and on {@code seed}. */
    static long sum(long seed, long rounds) {
        double sum = seed;
        double factor = 1.0 / 3.0;
        for (long i = 1; i <= rounds; i++) {
            sum = sum * factor + (double) i / (seed + i);
            factor = (factor + sum) / (1.0 + sum + factor);
        }
        return Double.doubleToRawLongBits(sum);
    }
}
