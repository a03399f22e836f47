package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Methods with a variable number of arguments, given none, some, an array, or null. */
public final class Varargs {
    public static void main(String[] args) {
        Out.println(sum());
        Out.println(sum(1));
        Out.println(sum(1, 2, 3, 4));
        Out.println(sum(new int[] {5, 6}));
        Out.println(count("a"));
        Out.println(count("a", "b", null));
        Out.println(count("a", (Object) null));
        Out.println(count("a", (Object[]) new String[] {"x", "y"}));
        Out.println(count("a", new int[] {1, 2, 3}));
        try {
            Out.println(count("a", (Object[]) null));
        } catch (NullPointerException e) {
            Out.println("null instead of an array");
        }
        Out.println(average(1, 2L, 3f, 'c'));
        int[] shared = {1, 2, 3};
        change(shared);
        Out.println(shared[0]);
        change(1, 2, 3);
        Out.println(join("-", "x", "y", "z").length);
    }

    private static int sum(int... values) {
        int total = values.length * 1000;
        for (int v : values) {
            total += v;
        }
        return total;
    }

    private static int count(String first, Object... rest) {
        return rest.length;
    }

    private static double average(double... values) {
        double total = 0;
        for (double v : values) {
            total += v;
        }
        return total / values.length;
    }

    private static void change(int... values) {
        values[0] = 99;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> T[] join(T separator, T... parts) {
        parts[0] = separator;
        return parts;
    }
}
