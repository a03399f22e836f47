package org.bulkhead.boot;

import java.util.Arrays;
import java.util.function.Supplier;

/** A Java program that asks a class of the library for what no code of it names. */
public final class Asking {
    private Asking() {}

    public static void main(String[] arguments) {
        System.out.println(Arrays.toString(Integer.class.getGenericInterfaces()));
    }

    /** Asks nothing, and has an interface and names. */
    public static final class Nothing {
        private Nothing() {}

        /** Something to print. */
        @FunctionalInterface
        public interface Line extends Supplier<String> {}

        public static void main(String[] arguments) {
            Line line = () -> Line.class.getSimpleName() + " of " + arguments.getClass().getName();
            System.out.println(line.get());
        }
    }
}
