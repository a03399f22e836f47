package org.bulkhead.programs.util.streams;

import java.util.DoubleSummaryStatistics;
import java.util.LongSummaryStatistics;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.bulkhead.programs.Out;

/** {@code LongStream} and {@code DoubleStream}, with their statistics. */
public final class LongAndDoubleStreams {
    public static void main(String[] args) {
        Out.println(LongStream.rangeClosed(1, 20).reduce(1L, (a, b) -> a * b) + " " + LongStream.iterate(1, l -> l << 7).limit(9).max().getAsLong());
        LongSummaryStatistics l = LongStream.of(1L << 40, -5, 17).summaryStatistics();
        Out.println(l.getMin() + " " + l.getMax() + " " + l.getSum() + " " + l.getAverage() + " " + l);
        Out.println(LongStream.range(0, 50).filter(x -> x % 7 == 0).mapToObj(Long::toHexString).toList().toString());
        Out.println(DoubleStream.of(0.1, 0.2, 0.3).sum() + " " + DoubleStream.of(1, 2, 4).average().getAsDouble());
        Out.println(DoubleStream.iterate(1, d -> d / 2).limit(60).sum() + " " + DoubleStream.of(3, Double.NaN, 1).max().getAsDouble());
        DoubleSummaryStatistics d = new DoubleSummaryStatistics();
        for (int i = 1; i <= 1000; i++) {
            d.accept(1.0 / i);
        }
        Out.println(d.getSum() + " " + d.getMin() + " " + d.getMax() + " " + d.getCount());
        Out.println(DoubleStream.of(2.5, -1.5, 0).sorted().mapToObj(Double::toString).reduce("", (a, b) -> a + b + ";"));
        Out.println(LongStream.range(0, 5).asDoubleStream().map(Math::sqrt).mapToLong(Math::round).sum() + " " + LongStream.of(1, 2).boxed().toList());
        Out.println(DoubleStream.of(1e16, 1, -1e16).sum() + " " + LongStream.empty().min().isPresent());
    }
}
