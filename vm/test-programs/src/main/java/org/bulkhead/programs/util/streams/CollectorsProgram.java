package org.bulkhead.programs.util.streams;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bulkhead.programs.Out;

/** Collectors: grouping, partitioning, joining, to maps, teeing, and one of one's own. */
public final class CollectorsProgram {
    private record Item(String name, String kind, int price) {
    }

    private static Stream<Item> items() {
        return Stream.of(new Item("apple", "fruit", 3), new Item("leek", "vegetable", 2), new Item("pear", "fruit", 4),
            new Item("bread", "grain", 5), new Item("kale", "vegetable", 6), new Item("fig", "fruit", 9));
    }

    public static void main(String[] args) {
        Out.println(items().map(Item::name).collect(Collectors.joining(", ", "[", "]")) + items().map(Item::kind).distinct().collect(Collectors.joining()));
        Map<String, List<String>> byKind = items().collect(Collectors.groupingBy(Item::kind, TreeMap::new, Collectors.mapping(Item::name, Collectors.toList())));
        Out.println(byKind.toString());
        Out.println(new TreeMap<>(items().collect(Collectors.groupingBy(i -> i.name().length(), Collectors.counting()))).toString());
        Out.println(items().collect(Collectors.partitioningBy(i -> i.price() > 4, Collectors.summingInt(Item::price))).toString());
        Out.println(new TreeMap<>(items().collect(Collectors.toMap(Item::kind, Item::price, Integer::sum))).toString());
        Out.println(items().collect(Collectors.toMap(Item::name, i -> i.price() * 2, (a, b) -> a, LinkedHashMap::new)).toString());
        try {
            items().collect(Collectors.toMap(Item::kind, Item::price));
        } catch (IllegalStateException e) {
            Out.println("duplicate key");
        }
        Out.println(items().collect(Collectors.averagingInt(Item::price)) + " " + items().collect(Collectors.summarizingInt(Item::price)));
        Out.println(items().map(Item::name).collect(Collectors.toCollection(TreeSet::new)).descendingSet().toString());
        Out.println(items().collect(Collectors.collectingAndThen(Collectors.toList(), List::size)) + " " + items().collect(Collectors.reducing(0, Item::price, Math::max)));
        Out.println(items().collect(Collectors.teeing(Collectors.counting(), Collectors.summingLong(Item::price), (c, s) -> c + "/" + s)));
        Out.println(items().map(Item::price).collect(Collectors.minBy(Integer::compare)).get() + " " + items().collect(Collectors.filtering(i -> i.price() < 4, Collectors.counting())));
        Out.println(items().collect(Collectors.flatMapping(i -> i.name().chars().mapToObj(c -> (char) c), Collectors.toCollection(TreeSet::new))).toString());
        Collector<Integer, List<Integer>, String> own = Collector.of(ArrayList::new, (l, i) -> l.add(0, i), (a, b) -> {
            a.addAll(b);
            return a;
        }, l -> "reversed " + l);
        Out.println(items().map(Item::price).collect(own));
        Out.println(items().map(Item::price).collect(Collectors.toUnmodifiableList()).hashCode() + " " + items().collect(ArrayList::new, ArrayList::add, ArrayList::addAll).size());
    }
}
