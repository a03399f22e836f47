package org.bulkhead.programs.util.collections;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bulkhead.programs.Out;

/** Generics-heavy code: a multimap, folds, memoising functions, a heterogeneous container. */
public final class GenericAlgorithms {
    private static final class MultiMap<K extends Comparable<K>, V> {
        private final Map<K, List<V>> map = new java.util.TreeMap<>();

        MultiMap<K, V> with(K key, V value) {
            map.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
            return this;
        }

        <R extends Comparable<R>> MultiMap<R, K> inverted(Function<? super V, ? extends R> name) {
            MultiMap<R, K> result = new MultiMap<>();
            map.forEach((k, values) -> values.forEach(v -> result.with(name.apply(v), k)));
            return result;
        }

        @Override
        public String toString() {
            return map.toString();
        }
    }

    private static final class Typed {
        private final Map<Class<?>, Object> values = new HashMap<>();

        <T> Typed put(Class<T> type, T value) {
            values.put(type, value);
            return this;
        }

        <T> T get(Class<T> type) {
            return type.cast(values.get(type));
        }
    }

    public static void main(String[] args) {
        MultiMap<String, Integer> m = new MultiMap<String, Integer>().with("even", 2).with("odd", 1).with("even", 4).with("prime", 2);
        Out.println(m + " " + m.inverted(x -> x) + " " + m.inverted(x -> "n" + x % 2));
        Out.println(fold(List.of(1, 2, 3, 4), "", (s, i) -> s + i) + " " + GenericAlgorithms.<Integer, Long>fold(List.of(5, 6), 1L, (l, i) -> l * i));
        Map<Integer, Long> memory = new HashMap<>();
        Out.println(fibonacci(80, memory) + " " + memory.size());
        Typed typed = new Typed().put(String.class, "text").put(Integer.class, 5).put(int[].class, new int[] {1, 2});
        Out.println(typed.get(String.class).length() + typed.get(Integer.class) + typed.get(int[].class)[1] + " " + typed.get(Long.class));
        Out.println(flatten(List.of(List.of(1, 2), List.of(), List.of(3))).toString());
        Out.println(largest(List.of("aa", "b", "cccc"), String::length) + " " + largest(List.of(3, 9, 4), i -> -i));
    }

    private static <A, B> B fold(Collection<? extends A> items, B start, BiFunction<? super B, ? super A, ? extends B> f) {
        B result = start;
        for (A a : items) {
            result = f.apply(result, a);
        }
        return result;
    }

    private static long fibonacci(int n, Map<Integer, Long> memory) {
        Long known = memory.get(n);
        if (known != null) {
            return known;
        }
        long result = n < 2 ? n : fibonacci(n - 1, memory) + fibonacci(n - 2, memory);
        memory.put(n, result);
        return result;
    }

    private static <T> List<T> flatten(List<? extends List<? extends T>> lists) {
        List<T> all = new ArrayList<>();
        for (List<? extends T> l : lists) {
            all.addAll(l);
        }
        return all;
    }

    private static <T, C extends Comparable<? super C>> T largest(Iterable<T> items, Function<? super T, ? extends C> key) {
        T best = null;
        for (T t : items) {
            if (best == null || key.apply(t).compareTo(key.apply(best)) > 0) {
                best = t;
            }
        }
        return best;
    }
}
