package org.bulkhead.programs.lang.lambdas;

import java.util.Comparator;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.bulkhead.programs.Out;

/** References to instance methods whose receiver is the first argument: class, interface, private and boxed. */
public final class UnboundReferences {
    private interface Shape {
        double area();

        default String text() {
            return "area " + area();
        }
    }

    private static final class Square implements Shape {
        private final double side;

        Square(double side) {
            this.side = side;
        }

        @Override
        public double area() {
            return side * side;
        }

        private int compareSides(Square other) {
            return Double.compare(side, other.side);
        }

        private Square scaled(int factor) {
            return new Square(side * factor);
        }
    }

    public static void main(String[] args) {
        Function<String, Integer> length = String::length;
        Out.println(length.apply("four"));
        BiFunction<String, String, String> concat = String::concat;
        Out.println(concat.apply("left ", "right"));
        BiPredicate<String, String> starts = String::startsWith;
        Out.println(starts.test("prefix", "pre"));
        ToDoubleFunction<Shape> area = Shape::area;
        Out.println(area.applyAsDouble(new Square(3)) == 9.0);
        Function<Shape, String> text = Shape::text;
        Out.println(text.apply(new Square(0.5)));
        Comparator<Square> order = Square::compareSides;
        Out.println(order.compare(new Square(1), new Square(2)) + order.reversed().compare(new Square(1), new Square(2)) * 10);
        BiFunction<Square, Integer, Square> scale = Square::scaled;
        Out.println(scale.andThen(Shape::text).apply(new Square(2), 4));
        ToIntFunction<Integer> unboxed = Integer::intValue;
        Out.println(unboxed.applyAsInt(12));
        BiFunction<Integer, Integer, Integer> compare = Integer::compareTo;
        Out.println(compare.apply(1, 2));
        Function<Object, Integer> hash = Object::hashCode;
        Out.println(hash.apply("hash"));
        Function<int[], Object> clone = int[]::clone;
        Out.println(((int[]) clone.apply(new int[] {4, 5}))[1]);
        Comparator<String> ignoreCase = String::compareToIgnoreCase;
        Out.println(ignoreCase.thenComparing(String::compareTo).compare("A", "a"));
        try {
            Out.println(length.apply(null));
        } catch (NullPointerException e) {
            Out.println("null receiver");
        }
    }
}
