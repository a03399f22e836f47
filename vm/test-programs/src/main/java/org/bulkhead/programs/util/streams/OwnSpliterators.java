package org.bulkhead.programs.util.streams;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.bulkhead.programs.Out;

/** Streams over one's own spliterators and iterators, and spliterators split by hand. */
public final class OwnSpliterators {
    private static final class Countdown implements Spliterator<Integer> {
        private int from;
        private final int to;

        Countdown(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public boolean tryAdvance(Consumer<? super Integer> action) {
            if (from <= to) {
                return false;
            }
            action.accept(from--);
            return true;
        }

        @Override
        public Spliterator<Integer> trySplit() {
            int middle = (from + to) / 2;
            if (from - middle < 2) {
                return null;
            }
            Countdown first = new Countdown(from, middle);
            from = middle;
            return first;
        }

        @Override
        public long estimateSize() {
            return from - to;
        }

        @Override
        public int characteristics() {
            return ORDERED | SIZED | SUBSIZED | NONNULL;
        }
    }

    public static void main(String[] args) {
        Out.println(StreamSupport.stream(new Countdown(10, 0), false).map(i -> i * i).filter(i -> i % 2 == 1).toList().toString());
        Out.println(StreamSupport.stream(new Countdown(100, 0), false).skip(90).limit(5).mapToInt(i -> i).sum());
        show(new Countdown(20, 0), 0);
        show(List.of(1, 2, 3, 4, 5, 6, 7).spliterator(), 0);
        Iterator<String> it = List.of("x", "y", "z").iterator();
        Out.println(StreamSupport.stream(Spliterators.spliteratorUnknownSize(it, Spliterator.ORDERED), false).reduce("", (a, b) -> b + a));
        Iterable<Integer> iterable = () -> List.of(4, 5).iterator();
        Out.println(StreamSupport.stream(iterable.spliterator(), false).mapToInt(i -> i).sum());
        Out.println(new Countdown(7, 0).getExactSizeIfKnown() + " " + new Countdown(7, 0).hasCharacteristics(Spliterator.SORTED));
    }

    private static void show(Spliterator<Integer> s, int depth) {
        Spliterator<Integer> first = depth < 2 ? s.trySplit() : null;
        if (first == null) {
            int[] sum = {0};
            long size = s.estimateSize();
            s.forEachRemaining(i -> sum[0] = sum[0] * 3 + i);
            Out.println("depth " + depth + " size " + size + " hash " + sum[0]);
        } else {
            show(first, depth + 1);
            show(s, depth + 1);
        }
    }
}
