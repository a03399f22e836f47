package org.bulkhead.programs.util.streams;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.stream.IntStream;
import org.bulkhead.programs.Out;

/** {@code IntStream}: sources, filters, reductions, conversions. */
public final class IntStreams {
    public static void main(String[] args) {
        Out.println(IntStream.range(0, 10).sum() + " " + IntStream.rangeClosed(1, 5).reduce(1, (a, b) -> a * b));
        Out.println(Arrays.toString(IntStream.range(0, 20).filter(i -> i % 3 == 0).map(i -> i * i).toArray()));
        Out.println(IntStream.of(3, 1, 2).sorted().boxed().toList().toString());
        Out.println(IntStream.iterate(1, i -> i * 3).limit(8).mapToObj(Integer::toString).reduce("", String::concat));
        Out.println(IntStream.iterate(100, i -> i > 3, i -> i / 2).count() + " " + IntStream.empty().max());
        IntSummaryStatistics s = IntStream.of(5, -2, 9).summaryStatistics();
        Out.println(s.getMin() + " " + s.getMax() + " " + s.getSum() + " " + s.getAverage() + " " + s.getCount());
        Out.println(IntStream.range(0, 5).average().getAsDouble() + " " + IntStream.of(4, 8).max().getAsInt() + " " + IntStream.of(1, 2).anyMatch(i -> i > 1) + IntStream.of(1, 2).allMatch(i -> i > 1) + IntStream.empty().noneMatch(i -> true));
        Out.println(IntStream.of(1, 1, 2, 3, 3).distinct().count() + " " + IntStream.range(0, 10).skip(7).findFirst().getAsInt());
        Out.println(IntStream.range(0, 4).flatMap(i -> IntStream.range(0, i)).sum() + " " + IntStream.concat(IntStream.of(1), IntStream.of(2)).sum());
        Out.println(IntStream.range(0, 5).mapToLong(i -> (long) i << 33).sum() + " " + IntStream.range(1, 4).mapToDouble(i -> 1.0 / i).sum());
        int[] peeked = {0};
        Out.println(IntStream.range(0, 100).peek(i -> peeked[0]++).takeWhile(i -> i < 5).sum() + " " + peeked[0] + " " + IntStream.range(0, 8).dropWhile(i -> i < 5).sum());
        Out.println("characters".chars().filter(c -> c == 'c').count() + " " + "a\ud83d\ude00".codePoints().sum());
        Out.println(IntStream.range(0, 100_000).filter(i -> Integer.bitCount(i) == 3).mapToObj(i -> i).mapToInt(i -> i).sum());
    }
}
