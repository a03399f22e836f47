package org.bulkhead.programs.util.collections;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bulkhead.programs.Out;

/** Unmodifiable, checked and fixed views, and the immutable collections of {@code of} and {@code copyOf}. */
public final class CollectionViews {
    public static void main(String[] args) {
        List<Integer> base = new ArrayList<>(List.of(1, 2, 3));
        List<Integer> view = Collections.unmodifiableList(base);
        base.add(4);
        Out.println(view + " " + view.equals(base));
        attempt("unmodifiable", () -> view.add(5));
        attempt("fixed size", () -> Arrays.asList(1, 2).add(3));
        Integer[] array = {1, 2};
        Arrays.asList(array).set(0, 9);
        Out.println(array[0]);
        List<String> of = List.of("x", "y", "z");
        attempt("immutable list", () -> of.set(0, "q"));
        attempt("null in immutable list", () -> List.of("x", null));
        attempt("asking for null", () -> of.contains(null));
        attempt("duplicate in set", () -> Set.of(1, 2, 1));
        attempt("duplicate key", () -> Map.of("a", 1, "a", 2));
        Out.println(of + " " + List.of() + List.of(1) + List.of(1, 2).hashCode() + " " + List.copyOf(base) + of.indexOf("z") + of.subList(1, 3));
        Out.println(new TreeSet<>(Set.of(5, 1, 3)) + " " + Set.of(5, 1).contains(5) + Set.copyOf(base).size());
        Out.println(new TreeMap<>(Map.of("b", 2, "a", 1, "c", 3)) + " " + Map.entry("k", 7) + " " + Map.ofEntries(Map.entry(1, 2)).get(1));
        Map<String, Integer> backing = new HashMap<>();
        Set<String> asSet = Collections.newSetFromMap(new HashMap<>());
        asSet.addAll(of);
        Collection<Integer> synced = Collections.synchronizedCollection(backing.values());
        backing.put("v", 3);
        Out.println(asSet.size() + " " + synced + " " + Collections.unmodifiableMap(backing));
        @SuppressWarnings({"unchecked", "rawtypes"})
        List<Object> checked = (List) Collections.checkedList(new ArrayList<>(), String.class);
        attempt("checked", () -> checked.add(5));
    }

    private interface Action {
        Object run();
    }

    private static void attempt(String name, Action a) {
        try {
            a.run();
            Out.println(name + ": allowed");
        } catch (UnsupportedOperationException | NullPointerException | IllegalArgumentException | ClassCastException e) {
            Out.println(name + ": " + e.getClass().getSimpleName());
        }
    }
}
