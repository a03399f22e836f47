package org.bulkhead.vm.linker.heap;

import java.util.HashMap;
import java.util.Map;

/** Identity hashes of image objects: a fixed pseudo-random sequence, given out in the order of asking, so that builds repeat. */
final class IdentityHashes {
    /** A full-period generator modulo 2^32 (Knuth's multiplier for 32 bits); its high bits, the good ones, become the hash. */
    private static final int MULTIPLIER = 1_664_525;
    private static final int INCREMENT = 1_013_904_223;
    private static final int SEED = 20_240_101;

    private final Map<Integer, Integer> hashes = new HashMap<>();
    private int state = SEED;

    int of(int ref) {
        Integer known = hashes.get(ref);
        if (known == null) {
            do {
                state = state * MULTIPLIER + INCREMENT;
                known = state >>> 1;
            } while (known == 0);
            hashes.put(ref, known);
        }
        return known;
    }

    void set(int ref, int hash) {
        hashes.put(ref, hash);
    }

    boolean isHashed(int ref) {
        return hashes.containsKey(ref);
    }
}
