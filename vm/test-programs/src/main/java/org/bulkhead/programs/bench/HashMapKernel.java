package org.bulkhead.programs.bench;

import java.util.HashMap;
import java.util.Map;

/** {@code java.util.HashMap} with boxed keys: puts, hits, misses, removals and iteration. */
public final class HashMapKernel {
    private static final int ROUNDS = 100;
    private static final int KEYS = 10_000;

    private HashMapKernel() {
    }

    /** Runs the kernel from the command line. */
    public static void main(String[] args) {
        Bench.main("HashMapKernel", args, ROUNDS, HashMapKernel::run);
    }

    /** Fills, searches and thins out a map {@code n} times and returns a sum over its values. */
    public static long run(int n) {
        long sum = 0;
        Map<Integer, Long> map = new HashMap<>();
        for (int round = 0; round < n; round++) {
            for (int i = 0; i < KEYS; i++) {
                int key = i * 7919 ^ round << 3;
                Long old = map.get(key);
                map.put(key, old == null ? i : old + round);
            }
            for (int i = 0; i < KEYS; i += 2) {
                Long removed = map.remove(i * 7919 ^ round << 3);
                sum += removed == null ? 1 : removed;
            }
            if (round % 10 == 9) {
                for (Map.Entry<Integer, Long> e : map.entrySet()) {
                    sum += e.getKey() ^ e.getValue();
                }
                map.clear();
            }
        }
        return sum + map.size();
    }
}
