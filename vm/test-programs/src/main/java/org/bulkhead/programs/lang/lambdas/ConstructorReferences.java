package org.bulkhead.programs.lang.lambdas;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.bulkhead.programs.Out;

/** References to constructors: overloaded, generic, of inner classes, and of arrays. */
public final class ConstructorReferences {
    private static final class Point {
        final int x;
        final int y;

        Point() {
            this(1, 2);
        }

        Point(int x) {
            this(x, x);
        }

        Point(int x, int y) {
            this.x = x;
            this.y = y;
        }

        @Override
        public String toString() {
            return x + "," + y;
        }
    }

    private final class Inner {
        final String name;

        Inner(String name) {
            this.name = name + base;
        }
    }

    private static final class Box<T> {
        final T content;

        Box(T content) {
            this.content = content;
        }
    }

    private int base = 5;

    public static void main(String[] args) {
        Supplier<Point> none = Point::new;
        IntFunction<Point> one = Point::new;
        BiFunction<Integer, Integer, Point> two = Point::new;
        Out.println(none.get() + " " + one.apply(7) + " " + two.apply(8, 9));
        Out.println(none.get() == none.get());
        Function<String, Box<String>> box = Box::new;
        Out.println(box.apply("boxed").content);
        Out.println(new ConstructorReferences().inner().apply("inner").name);
        IntFunction<int[]> ints = int[]::new;
        Out.println(ints.apply(4).length);
        Function<Integer, String[][]> nested = String[][]::new;
        Out.println(nested.apply(3).length);
        Supplier<StringBuilder> builder = StringBuilder::new;
        Out.println(builder.get().append("built").toString());
        Function<char[], String> text = String::new;
        Out.println(text.apply(new char[] {'o', 'k'}));
        Supplier<Object> object = Object::new;
        Out.println(object.get() != null);
        try {
            ints.apply(-1);
        } catch (NegativeArraySizeException e) {
            Out.println("negative " + e.getMessage());
        }
    }

    private Function<String, Inner> inner() {
        return Inner::new;
    }
}
