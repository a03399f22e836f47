package org.bulkhead.programs.util.collections;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.bulkhead.programs.Out;

/** Set algebra with {@code HashSet}, printed through sorted sets. */
public final class HashSets {
    public static void main(String[] args) {
        Set<Integer> twos = new HashSet<>();
        Set<Integer> threes = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            twos.add(i * 2 % 60);
            threes.add(i * 3 % 60);
        }
        Out.println(twos.size() + " " + threes.size() + " " + twos.add(2) + " " + twos.add(1) + " " + twos.remove(1));
        Set<Integer> both = new HashSet<>(twos);
        both.retainAll(threes);
        Set<Integer> either = new HashSet<>(twos);
        either.addAll(threes);
        Set<Integer> only = new HashSet<>(twos);
        only.removeAll(threes);
        Out.println(new TreeSet<>(both) + " " + either.size() + " " + only.size());
        Out.println(twos.containsAll(both) + " " + both.equals(new TreeSet<>(both)) + " " + (both.hashCode() == new TreeSet<>(both).hashCode()));
        Set<String> words = new HashSet<>(Arrays.asList("x", null, "y", "x"));
        Out.println(words.size() + " " + words.contains(null) + " " + words.remove(null) + " " + words.contains(null));
        int sum = 0;
        for (int i : either) {
            sum += i;
        }
        either.removeIf(i -> i > 10);
        Out.println(sum + " " + new TreeSet<>(either));
        Set<Object> mixed = new HashSet<>(Arrays.asList(1, 1L, 1.0, 1f, '1', "1", true));
        Out.println(mixed.size() + " " + mixed.contains(1L) + mixed.contains((short) 1));
    }
}
