package org.bulkhead.programs.util.collections;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.programs.Out;

/** {@code ArrayList}: insertion, removal, search, sublists, bulk operations and failures. */
public final class ArrayLists {
    public static void main(String[] args) {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            list.add(i * i % 17);
        }
        Out.println(list);
        list.add(3, 100);
        list.remove(0);
        list.remove(Integer.valueOf(16));
        list.set(1, -5);
        Out.println(list + " " + list.size());
        Out.println(list.indexOf(2) + " " + list.lastIndexOf(2) + " " + list.contains(100) + " " + list.indexOf(null));
        List<Integer> part = list.subList(2, 6);
        part.set(0, 77);
        part.add(88);
        part.remove(1);
        Out.println(part + " " + list);
        part.clear();
        Out.println(list.toString());
        list.removeIf(x -> x % 2 == 0);
        list.replaceAll(x -> x * 10);
        Out.println(list.toString());
        list.addAll(2, Arrays.asList(1, 2, 3));
        list.retainAll(Arrays.asList(1, 3, 10, 130, 150));
        Out.println(list + " " + list.hashCode() + " " + list.equals(Arrays.asList(list.toArray())));
        list.sort(null);
        Out.println(list + " " + list.toArray(new Integer[0]).length);
        attempt(() -> list.get(99));
        attempt(() -> list.get(-1));
        attempt(() -> list.set(50, 1));
        attempt(() -> list.remove(50));
        attempt(() -> new ArrayList<>(-1));
        attempt(() -> list.subList(3, 2));
        attempt(() -> {
            list.add(100, 1);
            return null;
        });
        long sum = 0;
        List<Long> many = new ArrayList<>();
        for (long i = 0; i < 20_000; i++) {
            many.add(i * i);
        }
        for (long l : many) {
            sum += l;
        }
        Out.println(sum);
    }

    private interface Action {
        Object run();
    }

    private static void attempt(Action a) {
        try {
            a.run();
            Out.println("allowed");
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            Out.println(e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }
}
