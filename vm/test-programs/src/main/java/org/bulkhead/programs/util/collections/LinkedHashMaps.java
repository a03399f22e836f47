package org.bulkhead.programs.util.collections;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulkhead.programs.Out;

/** {@code LinkedHashMap} in order of insertion and of access, as a cache; {@code LinkedHashSet}. */
public final class LinkedHashMaps {
    private static final class Cache extends LinkedHashMap<Integer, String> {
        Cache() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
            return size() > 4;
        }
    }

    public static void main(String[] args) {
        Map<String, Integer> order = new LinkedHashMap<>();
        for (String s : "the quick brown fox jumps over the lazy dog the end".split(" ")) {
            order.merge(s, 1, Integer::sum);
        }
        Out.println(order.toString());
        order.remove("fox");
        order.put("fox", 9);
        order.put("the", 0);
        Out.println(order.keySet() + " " + order.values());
        Cache cache = new Cache();
        for (int i = 0; i < 8; i++) {
            cache.put(i, "v" + i);
            cache.get(4);
            cache.getOrDefault(2, "none");
        }
        Out.println(cache.toString());
        Set<Integer> set = new LinkedHashSet<>(List.of(5, 3, 9));
        set.add(3);
        set.add(1);
        set.remove(5);
        set.add(5);
        Out.println(set + " " + set.equals(Set.of(1, 3, 5, 9)) + " " + set.hashCode());
    }
}
