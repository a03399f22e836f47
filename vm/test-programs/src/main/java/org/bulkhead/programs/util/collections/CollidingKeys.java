package org.bulkhead.programs.util.collections;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bulkhead.programs.Out;

/** Keys whose hash codes collide, few enough for lists and many enough for trees, comparable and not. */
public final class CollidingKeys {
    private static class Key {
        final int id;

        Key(int id) {
            this.id = id;
        }

        @Override
        public int hashCode() {
            return id % 3;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.id == id;
        }
    }

    private static final class Ordered extends Key implements Comparable<Ordered> {
        Ordered(int id) {
            super(id);
        }

        @Override
        public int compareTo(Ordered o) {
            return Integer.compare(id, o.id);
        }
    }

    public static void main(String[] args) {
        Map<Key, Integer> map = new HashMap<>();
        for (int i = 0; i < 400; i++) {
            map.put(i % 2 == 0 ? new Ordered(i) : new Ordered(-i), i);
        }
        int hits = 0;
        for (int i = -500; i < 500; i++) {
            Integer v = map.get(new Ordered(i));
            hits += v == null ? 0 : v == Math.abs(i) ? 1 : 1000;
        }
        Out.println(hits);
        for (int i = 0; i < 400; i += 4) {
            map.remove(new Ordered(i));
        }
        Out.println(map.size());
        int sum = 0;
        for (Key k : map.keySet()) {
            sum += k.id;
        }
        Out.println(sum);
        Set<Key> plain = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            plain.add(new Key(i % 40));
        }
        Out.println(plain.size() + " " + plain.contains(new Key(39)) + plain.contains(new Key(40)));
        Set<String> strings = new HashSet<>();
        String[] pieces = {"Aa", "BB"};
        for (int i = 0; i < 256; i++) {
            StringBuilder b = new StringBuilder();
            for (int bit = 0; bit < 8; bit++) {
                b.append(pieces[i >> bit & 1]);
            }
            strings.add(b.toString());
        }
        Out.println(strings.size() + " " + strings.contains("AaAaAaAaBBBBBBBB") + strings.contains("AaAaAaAaBBBBBBB"));
    }
}
