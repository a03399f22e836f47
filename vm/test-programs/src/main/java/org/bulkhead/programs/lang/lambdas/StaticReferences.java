package org.bulkhead.programs.lang.lambdas;

import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.LongFunction;
import java.util.function.ToIntFunction;
import org.bulkhead.programs.Out;

/** References to static methods, own and of the library, overloaded, varargs and generic. */
public final class StaticReferences {
    private interface Three {
        long apply(int a, int b, int c);
    }

    private interface Many {
        int apply(int a, int b);
    }

    public static void main(String[] args) {
        IntUnaryOperator abs = Math::abs;
        Out.println(abs.applyAsInt(-5));
        ToIntFunction<String> parse = Integer::parseInt;
        Out.println(parse.applyAsInt("42"));
        LongFunction<String> hex = Long::toHexString;
        Out.println(hex.apply(255));
        BinaryOperator<Integer> max = Math::max;
        Out.println(max.apply(4, 7));
        Three three = StaticReferences::combine;
        Out.println(three.apply(1, 2, 3));
        Many sum = StaticReferences::sum;
        Out.println(sum.apply(20, 22));
        Function<Object, String> text = String::valueOf;
        Out.println(text.apply(null) + text.apply(3.5));
        Function<String, String> same = StaticReferences::identity;
        Out.println(same.apply("same"));
        Function<Integer, Integer> twice = StaticReferences::twice;
        Out.println(twice.andThen(twice).compose(twice).apply(1));
        Runnable ignored = StaticReferences::counted;
        ignored.run();
        ignored.run();
        Out.println(count);
    }

    private static int count;

    private static long combine(long a, int b, double c) {
        return a * 100 + b * 10 + (long) c;
    }

    private static int sum(int... values) {
        int total = 0;
        for (int v : values) {
            total += v;
        }
        return total;
    }

    private static <T> T identity(T t) {
        return t;
    }

    private static int twice(int x) {
        return x * 2;
    }

    private static int counted() {
        return ++count;
    }
}
