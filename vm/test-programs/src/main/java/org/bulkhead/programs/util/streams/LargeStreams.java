package org.bulkhead.programs.util.streams;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Longer pipelines: word counts, primes, Pythagorean triples, sorted pages. */
@AllocatesMuch
public final class LargeStreams {
    public static void main(String[] args) {
        String text = "it was the best of times it was the worst of times it was the age of wisdom";
        Map<String, Long> counts = Stream.of(text.split(" ")).collect(Collectors.groupingBy(w -> w, TreeMap::new, Collectors.counting()));
        Out.println(counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
            .limit(4).map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" ")));
        Out.println(IntStream.rangeClosed(2, 500).filter(n -> IntStream.rangeClosed(2, (int) Math.sqrt(n)).noneMatch(d -> n % d == 0)).sum());
        Out.println(IntStream.rangeClosed(1, 30).boxed().flatMap(a -> IntStream.rangeClosed(a, 30).filter(b -> Math.sqrt(a * a + b * b) % 1 == 0)
            .mapToObj(b -> a + "," + b + "," + (int) Math.sqrt(a * a + b * b))).collect(Collectors.joining(" ")));
        List<Integer> numbers = IntStream.range(0, 5000).map(i -> i * 7919 % 5003).boxed().sorted((a, b) -> b - a).skip(100).limit(20).toList();
        Out.println(numbers.toString());
        Out.println(IntStream.range(0, 20_000).mapToObj(i -> "k" + i % 100).collect(Collectors.toMap(k -> k, k -> 1, Integer::sum)).values().stream().distinct().count());
        Out.println(Stream.iterate("", s -> s + s.length()).limit(12).mapToInt(String::hashCode).sum());
    }
}
