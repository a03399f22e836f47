package org.bulkhead.programs.lang.lambdas;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.bulkhead.programs.Out;

/** References bound to an object, which is evaluated and checked once, when the reference is made. */
public class BoundReferences {
    private int value;
    private static int made;

    private BoundReferences(int value) {
        this.value = value;
    }

    private static BoundReferences make() {
        made++;
        return new BoundReferences(made * 100);
    }

    private int next() {
        return ++value;
    }

    private static class Child extends BoundReferences {
        Child() {
            super(7);
        }

        String name() {
            return "child";
        }

        Supplier<String> viaSuper() {
            return super::toString;
        }

        Supplier<String> viaThis() {
            return this::toString;
        }

        @Override
        public String toString() {
            return "own text";
        }
    }

    @Override
    public String toString() {
        return "upper text " + value;
    }

    public static void main(String[] args) {
        IntSupplier s = make()::next;
        s.getAsInt();
        s.getAsInt();
        Out.println(s.getAsInt());
        Out.println(made);
        IntFunction<String> cut = "substring"::substring;
        Out.println(cut.apply(3));
        Function<String, Integer> find = "haystack"::indexOf;
        Out.println(find.apply("stack"));
        Child child = new Child();
        Out.println(child.viaSuper().get());
        Out.println(child.viaThis().get());
        Supplier<String> name = child::name;
        Out.println(name.get());
        BoundReferences moving = child;
        Supplier<String> bound = moving::toString;
        moving = make();
        Out.println(bound.get() + " / " + moving);
        BoundReferences nobody = null;
        try {
            Supplier<String> never = nobody::toString;
            Out.println("made too late " + (never == null));
        } catch (NullPointerException e) {
            Out.println("null receiver");
        }
        int[] numbers = {3, 1, 2};
        Supplier<int[]> copy = numbers::clone;
        copy.get()[0] = 9;
        Out.println(numbers[0] + copy.get().length);
        StringBuilder log = new StringBuilder();
        Function<Object, StringBuilder> append = log::append;
        append.apply("x").append(append.apply(5) == log);
        Out.println(log.toString());
    }
}
