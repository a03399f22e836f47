package org.bulkhead.programs.util.collections;

import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bulkhead.programs.Out;

/** {@code TreeMap} and {@code TreeSet}: neighbours, ranges, views, comparators and deletion. */
public final class TreeMaps {
    public static void main(String[] args) {
        TreeMap<Integer, String> map = new TreeMap<>();
        for (int i = 0; i < 50; i++) {
            map.put(i * 37 % 101, "v" + i);
        }
        Out.println(map.firstKey() + " " + map.lastEntry() + " " + map.floorKey(10) + " " + map.ceilingKey(10) + " " + map.lowerKey(1) + " " + map.higherEntry(99));
        Out.println(map.headMap(10).toString());
        Out.println(map.subMap(20, false, 40, true).keySet().toString());
        NavigableMap<Integer, String> down = map.descendingMap();
        Out.println(down.firstKey() + " " + down.headMap(90, true) + " " + down.lowerKey(50));
        int removed = 0;
        for (int i = 0; i < 101; i += 2) {
            removed += map.remove(i) == null ? 0 : 1;
        }
        Out.println(removed + " " + map.size() + " " + map.keySet());
        map.tailMap(60).clear();
        Out.println(map.pollFirstEntry() + " " + map.pollLastEntry() + " " + map.size());
        for (Map.Entry<Integer, String> e : map.entrySet()) {
            e.setValue(e.getValue().toUpperCase(java.util.Locale.ROOT));
        }
        Out.println(map.toString());
        TreeMap<String, Integer> byLength = new TreeMap<>(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()));
        for (String s : "zz a bbb cc b ccc aa".split(" ")) {
            byLength.put(s, s.length());
        }
        Out.println(byLength.toString());
        TreeSet<Character> set = new TreeSet<>();
        for (char c : "a tree set of letters".toCharArray()) {
            set.add(c);
        }
        Out.println(set + " " + set.first() + set.floor('g') + set.higher('t') + " " + set.headSet('f') + set.descendingSet());
        try {
            map.put(null, "x");
        } catch (NullPointerException e) {
            Out.println("no null keys");
        }
        try {
            new TreeSet<Object>().add(new Object());
        } catch (ClassCastException e) {
            Out.println("not comparable");
        }
        try {
            map.subMap(10, 20).put(30, "x");
        } catch (IllegalArgumentException e) {
            Out.println(e.getMessage());
        }
    }
}
