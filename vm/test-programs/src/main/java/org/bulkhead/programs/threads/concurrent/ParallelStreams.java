package org.bulkhead.programs.threads.concurrent;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bulkhead.programs.AllocatesMuch;

/** Parallel streams and array operations give what sequential ones give. */
@AllocatesMuch
public final class ParallelStreams {
    public static void main(String[] args) throws Exception {
        System.out.println(IntStream.rangeClosed(1, 10_000).parallel().filter(i -> i % 3 == 0).mapToLong(i -> (long) i * i).sum());
        System.out.println(IntStream.range(0, 1000).parallel().isParallel());
        List<String> words = IntStream.range(0, 500).mapToObj(i -> "w" + i % 37).collect(Collectors.toList());
        System.out.println(words.parallelStream().distinct().count());
        Map<Integer, Long> byLength = words.parallelStream().collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.counting()));
        System.out.println(byLength);
        System.out.println(words.parallelStream().sorted().limit(5).collect(Collectors.toList()));
        System.out.println(words.parallelStream().map(String::length).reduce(0, Integer::sum));
        Map<Character, Long> byDigit = words.parallelStream().collect(Collectors.groupingByConcurrent(w -> w.charAt(1), Collectors.counting()));
        System.out.println(byDigit.get('3'));
        System.out.println(IntStream.range(0, 1000).parallel().boxed().map(i -> i * 2).skip(10).anyMatch(i -> i == 1998));
        StringBuilder ordered = new StringBuilder();
        IntStream.range(0, 30).parallel().forEachOrdered(i -> ordered.append(i % 10));
        System.out.println(ordered);
        int[] array = new Random(3).ints(20_000).toArray();
        int[] expected = array.clone();
        Arrays.sort(expected);
        Arrays.parallelSort(array);
        System.out.println(Arrays.equals(array, expected));
        Integer[] boxed = new Random(4).ints(10_000).boxed().toArray(Integer[]::new);
        Arrays.parallelSort(boxed, Comparator.reverseOrder());
        System.out.println(boxed[0] >= boxed[1] && boxed[9998] >= boxed[9999]);
        long[] prefix = LongStream.rangeClosed(1, 5000).toArray();
        Arrays.parallelPrefix(prefix, Long::sum);
        System.out.println(prefix[4999]);
        Arrays.parallelSetAll(prefix, i -> i * 3L);
        System.out.println(LongStream.of(prefix).parallel().max().getAsLong());
    }
}
