package org.bulkhead.programs.lang.lambdas;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.bulkhead.programs.Out;

/** Functions that return functions, composition, and a fixed point for recursion. */
public final class Currying {
    private interface SelfApplied {
        IntUnaryOperator apply(SelfApplied f);
    }

    private static final Function<Integer, Function<Integer, Function<Integer, Integer>>> SUM = a -> b -> c -> a * 100 + b * 10 + c;
    private static IntUnaryOperator fibonacci;

    public static void main(String[] args) {
        Out.println(SUM.apply(1).apply(2).apply(3));
        IntFunction<IntFunction<IntUnaryOperator>> curried = a -> b -> c -> (a - b) * c;
        Out.println(curried.apply(10).apply(4).applyAsInt(7));
        fibonacci = n -> n < 2 ? n : fibonacci.applyAsInt(n - 1) + fibonacci.applyAsInt(n - 2);
        Out.println(fibonacci.applyAsInt(18));
        SelfApplied factorial = f -> n -> n == 0 ? 1 : n * f.apply(f).applyAsInt(n - 1);
        Out.println(factorial.apply(factorial).applyAsInt(10));
        UnaryOperator<String> shout = s -> s + "!";
        Function<String, String> chain = Function.identity();
        for (int i = 0; i < 5; i++) {
            chain = chain.andThen(shout);
        }
        Out.println(chain.apply("hey"));
        IntUnaryOperator compose = IntUnaryOperator.identity();
        for (int i = 1; i <= 10; i++) {
            int step = i;
            compose = compose.andThen(x -> x * step % 1009).compose(x -> x + step);
        }
        Out.println(compose.applyAsInt(3));
        Out.println(church(7).apply(x -> x + 3).apply(1));
    }

    private static Function<UnaryOperator<Integer>, UnaryOperator<Integer>> church(int n) {
        return f -> x -> {
            int result = x;
            for (int i = 0; i < n; i++) {
                result = f.apply(result);
            }
            return result;
        };
    }
}
