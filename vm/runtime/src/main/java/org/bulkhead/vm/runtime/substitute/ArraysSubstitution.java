package org.bulkhead.vm.runtime.substitute;

import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;

/** Parallel prefixes are computed one after the other; parallel sorts look for more processors by themselves. */
@Substitutes("java.util.Arrays")
final class ArraysSubstitution {
    private static final String SEQUENTIAL = "a program has one thread";

    private ArraysSubstitution() {}

    @Alias
    static native void rangeCheck(int length, int from, int to);

    @Replace(reason = SEQUENTIAL)
    public static <T> void parallelPrefix(T[] array, BinaryOperator<T> operator) {
        parallelPrefix(array, 0, array.length, operator);
    }

    @Replace(reason = SEQUENTIAL)
    public static <T> void parallelPrefix(T[] array, int from, int to, BinaryOperator<T> operator) {
        java.util.Objects.requireNonNull(operator);
        rangeCheck(array.length, from, to);
        for (int i = from + 1; i < to; i++) {
            array[i] = operator.apply(array[i - 1], array[i]);
        }
    }

    @Replace(reason = SEQUENTIAL)
    public static void parallelPrefix(int[] array, IntBinaryOperator operator) {
        parallelPrefix(array, 0, array.length, operator);
    }

    @Replace(reason = SEQUENTIAL)
    public static void parallelPrefix(int[] array, int from, int to, IntBinaryOperator operator) {
        java.util.Objects.requireNonNull(operator);
        rangeCheck(array.length, from, to);
        for (int i = from + 1; i < to; i++) {
            array[i] = operator.applyAsInt(array[i - 1], array[i]);
        }
    }

    @Replace(reason = SEQUENTIAL)
    public static void parallelPrefix(long[] array, LongBinaryOperator operator) {
        parallelPrefix(array, 0, array.length, operator);
    }

    @Replace(reason = SEQUENTIAL)
    public static void parallelPrefix(long[] array, int from, int to, LongBinaryOperator operator) {
        java.util.Objects.requireNonNull(operator);
        rangeCheck(array.length, from, to);
        for (int i = from + 1; i < to; i++) {
            array[i] = operator.applyAsLong(array[i - 1], array[i]);
        }
    }

    @Replace(reason = SEQUENTIAL)
    public static void parallelPrefix(double[] array, DoubleBinaryOperator operator) {
        parallelPrefix(array, 0, array.length, operator);
    }

    @Replace(reason = SEQUENTIAL)
    public static void parallelPrefix(double[] array, int from, int to, DoubleBinaryOperator operator) {
        java.util.Objects.requireNonNull(operator);
        rangeCheck(array.length, from, to);
        for (int i = from + 1; i < to; i++) {
            array[i] = operator.applyAsDouble(array[i - 1], array[i]);
        }
    }
}
