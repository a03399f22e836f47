package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** {@code boolean} arrays, by a sieve and by single elements. */
public final class BooleanArrays {
    public static void main(String[] args) {
        boolean[] composite = new boolean[2000];
        int primes = 0;
        for (int i = 2; i < composite.length; i++) {
            if (!composite[i]) {
                primes++;
                for (int j = i * i; j < composite.length; j += i) {
                    composite[j] = true;
                }
            }
        }
        Out.show("primes", primes);
        boolean[] flags = {true, false, true};
        flags[1] |= flags[0];
        flags[2] &= !flags[1];
        flags[0] ^= true;
        for (boolean f : flags) {
            Out.print(f);
            Out.print(' ');
        }
        Out.println();
        Out.println((new boolean[3][2])[2][1]);
        boolean last = flags[2] = flags[1];
        Out.println(last);
    }
}
