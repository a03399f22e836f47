package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Greatest common divisors, modular powers, primes and Collatz chains: integer code in its usual shape. */
public final class NumberTheory {
    public static void main(String[] args) {
        Out.show("gcd", gcd(1071, 462));
        Out.show("gcd long", gcd(1234567890123L, 9876543210L));
        Out.show("power", power(7, 1_000_000, 1_000_000_007L));
        Out.show("inverse", power(3, 998244351, 998244353L));
        int longest = 0;
        int start = 0;
        for (int i = 1; i < 30_000; i++) {
            int steps = collatz(i);
            if (steps > longest) {
                longest = steps;
                start = i;
            }
        }
        Out.show("longest", longest);
        Out.show("start", start);
        int primes = 0;
        for (int i = 2; i < 5000; i++) {
            primes += prime(i) ? 1 : 0;
        }
        Out.show("primes", primes);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static long power(long base, int exponent, long modulus) {
        long result = 1;
        for (long square = base; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) != 0) {
                result = result * square % modulus;
            }
            square = square * square % modulus;
        }
        return result;
    }

    private static int collatz(long n) {
        int steps = 0;
        while (n != 1) {
            n = (n & 1) == 0 ? n >> 1 : 3 * n + 1;
            steps++;
        }
        return steps;
    }

    private static boolean prime(int n) {
        for (int d = 2; d * d <= n; d++) {
            if (n % d == 0) {
                return false;
            }
        }
        return true;
    }
}
