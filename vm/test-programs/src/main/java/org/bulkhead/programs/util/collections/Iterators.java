package org.bulkhead.programs.util.collections;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.bulkhead.programs.Out;

/** Iterators: removal, the end, changes behind their back, and list iterators that insert. */
public final class Iterators {
    public static void main(String[] args) {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            list.add(i);
        }
        for (Iterator<Integer> it = list.iterator(); it.hasNext(); ) {
            if (it.next() % 3 == 0) {
                it.remove();
            }
        }
        Out.println(list.toString());
        ListIterator<Integer> both = list.listIterator(2);
        both.add(100);
        both.next();
        both.set(200);
        both.previous();
        both.previous();
        both.remove();
        Out.println(list + " " + both.nextIndex());
        attempt("remove twice", () -> {
            Iterator<Integer> it = list.iterator();
            it.next();
            it.remove();
            it.remove();
        });
        attempt("past the end", () -> new ArrayList<>().iterator().next());
        attempt("array list changed", () -> {
            for (int i : list) {
                if (i == 2) {
                    list.add(1);
                }
            }
        });
        Map<String, Integer> map = new HashMap<>(Map.of("a", 1, "b", 2, "c", 3));
        attempt("map changed", () -> {
            for (String k : map.keySet()) {
                map.put(k + k, 1);
            }
        });
        List<String> linked = new LinkedList<>(List.of("x", "y", "z"));
        attempt("linked list changed", () -> {
            for (String s : linked) {
                linked.remove(s + "");
            }
        });
        attempt("last but one is not noticed", () -> {
            List<Integer> two = new ArrayList<>(List.of(1, 2, 3));
            for (int i : two) {
                if (i == 2) {
                    two.remove(0);
                }
            }
            Out.print(two + " ");
        });
        map.entrySet().iterator().forEachRemaining(e -> e.setValue(e.getKey().length()));
        Out.println(map.get("a") + " " + map.get("b"));
    }

    private static void attempt(String name, Runnable action) {
        try {
            action.run();
            Out.println(name + ": allowed");
        } catch (ConcurrentModificationException | NoSuchElementException | IllegalStateException e) {
            Out.println(name + ": " + e.getClass().getSimpleName());
        }
    }
}
