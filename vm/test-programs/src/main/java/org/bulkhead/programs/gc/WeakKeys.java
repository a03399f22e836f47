package org.bulkhead.programs.gc;

import java.util.Map;
import java.util.WeakHashMap;
import org.bulkhead.programs.Out;

/** The entries of a WeakHashMap go with their keys; those of a ThreadLocal do no harm when it is gone. */
public final class WeakKeys {
    private static final int ROUNDS = 6;
    private static final int ENTRIES = 200;

    private static final class Key {
        final int number;

        Key(int number) {
            this.number = number;
        }

        @Override
        public int hashCode() {
            return number * 31;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key && ((Key) other).number == number;
        }
    }

    private WeakKeys() {
    }

    public static void main(String[] args) {
        Map<Key, String> map = new WeakHashMap<>();
        Key[] kept = new Key[ENTRIES];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < ENTRIES; i++) {
                Key key = new Key(i);
                kept[i] = i % (round + 2) == 0 ? key : null;
                map.put(key, "value " + round + "/" + i);
                if (kept[i] != null) {
                    // An equal key may be in the map already, and then that one stays.
                    map.remove(key);
                    map.put(kept[i], "value " + round + "/" + i);
                }
            }
            System.gc();
            int expected = 0;
            for (int i = 0; i < ENTRIES; i++) {
                if (kept[i] != null) {
                    expected++;
                    Out.println(i + " " + map.get(new Key(i)));
                }
            }
            while (map.size() > expected) {
                // HotSpot's thread may need a moment to enqueue what was cleared.
                Thread.yield();
            }
            Out.println("round " + round + ": " + map.size());
        }
        long sum = 0;
        for (int i = 0; i < 2000; i++) {
            ThreadLocal<int[]> local = new ThreadLocal<>();
            local.set(new int[] {i, 2 * i});
            sum += local.get()[1];
            if (i % 3 == 0) {
                local.remove();
            }
            if (i % 500 == 0) {
                System.gc();
            }
        }
        Out.println("sum " + sum);
    }
}
