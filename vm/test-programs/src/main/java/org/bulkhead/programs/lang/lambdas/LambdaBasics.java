package org.bulkhead.programs.lang.lambdas;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bulkhead.programs.Out;

/** Lambdas of several shapes: expression, block, without arguments, with and without results. */
public final class LambdaBasics {
    private interface Procedure {
        void run();
    }

    private static int side;

    public static void main(String[] args) {
        Procedure p = () -> side += 5;
        p.run();
        p.run();
        Out.println(side);
        IntBinaryOperator max = (a, b) -> a > b ? a : b;
        Out.println(max.applyAsInt(3, 9));
        Function<String, Integer> length = s -> s.length();
        Out.println(length.apply("seven!!"));
        BiFunction<Integer, Long, String> text = (i, l) -> {
            long sum = i + l;
            return "sum " + sum;
        };
        Out.println(text.apply(3, 1L << 33));
        Supplier<int[]> fresh = () -> new int[] {1, 2};
        Out.println(fresh.get() == fresh.get());
        Predicate<String> empty = s -> s.isEmpty();
        Out.println(empty.test("") && empty.negate().test("x") && empty.or(s -> s.length() > 3).test("long"));
        Supplier<Supplier<String>> nested = () -> () -> "nested";
        Out.println(nested.get().get());
        Object o = (Procedure) () -> Out.println("cast");
        ((Procedure) o).run();
        Procedure[] list = {() -> Out.print("one "), () -> Out.print("two "), p, () -> Out.println(side)};
        for (Procedure q : list) {
            q.run();
        }
        Procedure nothing = () -> { };
        nothing.run();
    }
}
