package org.bulkhead.programs.util.streams;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bulkhead.programs.Out;

/** {@code Stream}: intermediate operations, order of evaluation, laziness, short circuits. */
public final class ObjectStreams {
    public static void main(String[] args) {
        List<String> words = List.of("delta", "alpha", "charlie", "bravo", "echo", "alpha");
        Out.println(words.stream().sorted().toList().toString());
        Out.println(words.stream().distinct().sorted(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder())).toList().toString());
        Out.println(words.stream().map(String::length).reduce(0, Integer::sum) + " " + words.stream().mapToInt(String::length).max().getAsInt());
        Out.println(words.stream().flatMap(w -> Stream.of(w.charAt(0), w.charAt(1))).map(String::valueOf).reduce("", String::concat));
        Out.println(words.stream().skip(1).limit(3).anyMatch("charlie"::equals) + " " + words.stream().noneMatch(String::isEmpty) + " " + words.stream().findFirst().get());
        StringBuilder log = new StringBuilder();
        List<String> some = words.stream().peek(w -> log.append('p').append(w.charAt(0))).filter(w -> w.length() == 5)
            .peek(w -> log.append('f').append(w.charAt(0))).limit(2).toList();
        Out.println(some + " " + log);
        Stream<String> lazy = words.stream().peek(w -> log.append("never"));
        Out.println(log.indexOf("never"));
        Out.println(lazy.sorted().iterator().next() + " " + log.indexOf("never"));
        Out.println(Stream.iterate(new int[] {0, 1}, f -> new int[] {f[1], f[0] + f[1]}).map(f -> f[0]).limit(15).toList().toString());
        Out.println(Arrays.toString(Stream.of(3, 1, 2).sorted(Comparator.reverseOrder()).toArray(Integer[]::new)) + Stream.of(1, 2, 3).max(Comparator.naturalOrder()).get());
        int[] n = {0};
        Out.println(Stream.generate(() -> n[0]++).takeWhile(i -> i < 5).toList() + " " + Stream.concat(Stream.of("a"), Stream.empty()).count());
        Out.println(Stream.of(1, 2, 3, 4).<Integer>mapMulti((i, sink) -> {
            for (int k = 0; k < i; k++) {
                sink.accept(i * 10 + k);
            }
        }).toList().toString());
        words.stream().forEachOrdered(w -> Out.print(w.charAt(0)));
        Out.println();
        Stream<String> once = words.stream();
        once.count();
        try {
            once.count();
        } catch (IllegalStateException e) {
            Out.println("a stream is used once");
        }
        Out.println(Stream.of(1, 2, 3).reduce((a, b) -> a - b).get() + " " + Stream.of(1, 2, 3).reduce(10, (a, b) -> a + b, Integer::sum));
    }
}
