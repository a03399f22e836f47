package org.bulkhead.programs.lang.lambdas;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bulkhead.programs.Out;

/** Functional interfaces of one's own: generic, with default methods, extending others, with bridges. */
public final class FunctionalInterfaces {
    private interface Parser<T> {
        T parse(String s);

        default <R> Parser<R> map(Mapper<? super T, ? extends R> mapper) {
            return s -> mapper.map(parse(s));
        }

        default Parser<T> or(Supplier<T> otherwise) {
            return s -> {
                try {
                    return parse(s);
                } catch (RuntimeException e) {
                    return otherwise.get();
                }
            };
        }

        static <T> Parser<T> constant(T t) {
            return s -> t;
        }
    }

    private interface Mapper<A, B> {
        B map(A a);
    }

    private interface TextMapper extends Mapper<String, String> {
        @Override
        String map(String s);
    }

    private interface Specific extends TextMapper, Predicate<String> {
        @Override
        default boolean test(String s) {
            return map(s).equals(s);
        }
    }

    public static void main(String[] args) {
        Parser<Integer> number = Integer::parseInt;
        Out.println("" + number.map(n -> n * 2).map(n -> "value " + n).parse("21"));
        Out.println("" + number.or(() -> -1).parse("no number"));
        Out.println("" + Parser.constant('c').map(Character::getNumericValue).parse(""));
        TextMapper upper = s -> s.replace('a', 'A');
        Mapper<String, String> general = upper;
        Out.println(upper.map("banana") + general.map("atlas"));
        Specific trimmed = String::trim;
        Out.println(trimmed.test("x") + " " + trimmed.test(" x ") + " " + trimmed.negate().test("x "));
        Out.println(((Mapper<String, String>) trimmed).map("  t "));
        Runnable r = ((Supplier<Runnable>) () -> () -> Out.println("made to run")).get();
        r.run();
    }
}
