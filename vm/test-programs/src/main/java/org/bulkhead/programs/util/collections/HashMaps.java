package org.bulkhead.programs.util.collections;

import java.util.HashMap;
import java.util.Map;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** {@code HashMap}: all ways to put and get, null keys, views, and growth. */
@AllocatesMuch
public final class HashMaps {
    public static void main(String[] args) {
        Map<String, Integer> map = new HashMap<>();
        Out.println(map.put("one", 1) + " " + map.put("one", 11) + " " + map.get("one") + " " + map.get("two"));
        map.put(null, 0);
        map.put("null", null);
        Out.println(map.get(null) + " " + map.containsKey("null") + " " + map.get("null") + " " + map.containsValue(null) + " " + map.size());
        Out.println(map.getOrDefault("x", -1) + " " + map.getOrDefault("null", -1) + " " + map.putIfAbsent("null", 5) + " " + map.get("null"));
        Out.println(map.computeIfAbsent("made", String::length) + " " + map.computeIfPresent("made", (k, v) -> v * 100) + " " + map.compute("made", (k, v) -> null) + " " + map.containsKey("made"));
        Out.println(map.merge("sum", 3, Integer::sum) + " " + map.merge("sum", 4, Integer::sum) + " " + map.merge("sum", 0, (a, b) -> null));
        Out.println(map.replace("one", 12) + " " + map.replace("none", 1) + " " + map.replace("one", 12, 13) + " " + map.remove("one", 99) + " " + map.remove("one") + " " + map.remove("one"));
        map.clear();
        Map<Integer, Integer> numbers = new HashMap<>(4);
        for (int i = 0; i < 5000; i++) {
            numbers.put(i * 16, i);
        }
        long sum = 0;
        for (Map.Entry<Integer, Integer> e : numbers.entrySet()) {
            sum += (long) e.getKey() * e.getValue();
            if (e.getKey() % 3 == 0) {
                e.setValue(-1);
            }
        }
        Out.println(sum);
        numbers.values().removeIf(v -> v == -1);
        numbers.keySet().remove(16);
        Out.println(numbers.size() + " " + numbers.containsKey(16) + " " + numbers.equals(new HashMap<>(numbers)) + " " + numbers.hashCode());
        int[] total = {0};
        numbers.forEach((k, v) -> total[0] += k ^ v);
        numbers.replaceAll((k, v) -> k);
        Out.println(total[0] + " " + numbers.get(32));
        Map<Character, Integer> letters = new HashMap<>();
        for (char c : "mississippi".toCharArray()) {
            letters.merge(c, 1, Integer::sum);
        }
        Out.println(letters.toString());
    }
}
