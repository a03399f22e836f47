package org.bulkhead.programs.util.arrays;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import org.bulkhead.programs.Out;

/** {@code Arrays.sort} of objects: stable, by nature and by comparator, with runs and without. */
public final class SortObjects {
    private record Entry(int key, int order) {
    }

    public static void main(String[] args) {
        for (int size : new int[] {0, 1, 5, 31, 32, 33, 100, 1000, 4000}) {
            Entry[] entries = new Entry[size];
            int seed = size;
            for (int i = 0; i < size; i++) {
                seed = seed * 1103515245 + 12345;
                entries[i] = new Entry(i % 50 < 30 ? i / 10 : (seed >>> 16) % 20, i);
            }
            Arrays.sort(entries, Comparator.comparingInt(Entry::key));
            int wrong = 0;
            long hash = 0;
            for (int i = 0; i < size; i++) {
                hash = hash * 31 + entries[i].hashCode();
                if (i > 0 && (entries[i - 1].key() > entries[i].key() || entries[i - 1].key() == entries[i].key() && entries[i - 1].order() > entries[i].order())) {
                    wrong++;
                }
            }
            Out.println(wrong + " " + hash);
        }
        String[] words = {"pear", "Apple", "fig", "apple", "\u00e4pfel", "Fig", ""};
        Arrays.sort(words);
        Out.println(Arrays.toString(words));
        Arrays.sort(words, String.CASE_INSENSITIVE_ORDER);
        Out.println(Arrays.toString(words));
        Arrays.sort(words, Collections.reverseOrder(Comparator.comparing(String::length)));
        Out.println(Arrays.toString(words));
        Integer[] boxed = {3, null, 1};
        try {
            Arrays.sort(boxed);
        } catch (NullPointerException e) {
            Out.println("null element");
        }
        Object[] mixed = {1, "one"};
        try {
            Arrays.sort(mixed);
        } catch (ClassCastException e) {
            Out.println("not comparable with one another");
        }
    }
}
