package org.bulkhead.programs.lang.lambdas;

import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.bulkhead.programs.Out;

/** The arguments and results of references are boxed, unboxed, widened, cast or dropped as needed. */
public final class LambdaAdaptation {
    private interface IntToObject {
        Object apply(int x);
    }

    private interface ByteToLong {
        long apply(byte x);
    }

    private interface BoxedToVoid {
        void apply(Integer x);
    }

    private interface CharToInt {
        int apply(char c);
    }

    private static int seen;

    public static void main(String[] args) {
        IntToObject boxes = LambdaAdaptation::same;
        Out.println("" + boxes.apply(5));
        ByteToLong widens = LambdaAdaptation::widened;
        Out.println(widens.apply((byte) -3));
        BoxedToVoid drops = LambdaAdaptation::same;
        drops.apply(9);
        Out.println(seen);
        CharToInt chars = LambdaAdaptation::same;
        Out.println(chars.apply('A'));
        Function<Integer, Long> toLong = Integer::longValue;
        Out.println("" + toLong.apply(7));
        ToLongFunction<Integer> unboxedAndWidened = LambdaAdaptation::same;
        Out.println(unboxedAndWidened.applyAsLong(-8));
        ToDoubleFunction<Short> toDouble = s -> s;
        Out.println(toDouble.applyAsDouble((short) 3) / 2);
        IntToLongFunction plain = x -> x;
        Out.println(plain.applyAsLong(-1));
        LongSupplier fromInt = () -> Integer.MIN_VALUE;
        Out.println(fromInt.getAsLong());
        DoubleSupplier fromChar = () -> 'c';
        Out.println(fromChar.getAsDouble());
        IntFunction<Object> anything = Integer::valueOf;
        Out.println(anything.apply(3).equals(3));
        Supplier<Object> general = () -> "specific";
        Out.println(general.get().toString());
        ObjIntConsumer<String> mixed = (s, i) -> Out.println(s + i);
        mixed.accept("mixed ", 4);
        Function<Object, Object> raw = o -> ((String) o).length();
        Out.println("" + raw.apply("text"));
        try {
            raw.apply(5);
        } catch (ClassCastException e) {
            Out.println("wrong argument");
        }
    }

    private static int same(int x) {
        seen = x;
        return x;
    }

    private static int widened(int x) {
        return x * 1000;
    }
}
