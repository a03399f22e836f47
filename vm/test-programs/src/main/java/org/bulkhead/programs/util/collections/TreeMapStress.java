package org.bulkhead.programs.util.collections;

import java.util.TreeMap;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Thousands of random changes to a tree map, checked against a plain array. */
@AllocatesMuch
public final class TreeMapStress {
    private static final int KEYS = 1000;

    public static void main(String[] args) {
        TreeMap<Integer, Integer> map = new TreeMap<>();
        int[] mirror = new int[KEYS];
        int seed = 11;
        int wrong = 0;
        for (int i = 1; i < 60_000; i++) {
            seed = seed * 1103515245 + 12345;
            int key = (seed >>> 8) % KEYS;
            switch (seed >>> 28 & 3) {
                case 0, 1 -> {
                    map.put(key, i);
                    mirror[key] = i;
                }
                case 2 -> {
                    Integer old = map.remove(key);
                    wrong += (old == null ? 0 : old) == mirror[key] ? 0 : 1;
                    mirror[key] = 0;
                }
                default -> {
                    Integer floor = map.floorKey(key);
                    int expected = key;
                    while (expected >= 0 && mirror[expected] == 0) {
                        expected--;
                    }
                    wrong += (floor == null ? -1 : floor) == expected ? 0 : 1;
                }
            }
        }
        Out.println(wrong);
        int size = 0;
        long hash = 0;
        for (int m : mirror) {
            size += m == 0 ? 0 : 1;
        }
        for (var e : map.entrySet()) {
            hash = hash * 31 + e.getKey() * 7L + e.getValue();
        }
        Out.println(size == map.size());
        Out.println(hash);
    }
}
