package org.bulkhead.programs.lang.memory;

import org.bulkhead.programs.Out;

/** What {@code System.arraycopy} refuses, and how much it copied before an element did not fit. */
public final class ArrayCopyFailures {
    public static void main(String[] args) {
        int[] ints = new int[5];
        attempt(ints, 0, ints, 1, 5);
        attempt(ints, -1, ints, 0, 1);
        attempt(ints, 0, ints, -1, 1);
        attempt(ints, 0, ints, 0, -1);
        attempt(ints, 3, new int[9], 0, 3);
        attempt(ints, Integer.MAX_VALUE, ints, 0, 1);
        attempt(ints, 1, ints, 1, Integer.MAX_VALUE);
        attempt(ints, 0, new long[5], 0, 1);
        attempt(ints, 0, new Object[5], 0, 1);
        attempt(new Object[5], 0, ints, 0, 1);
        attempt("text", 0, ints, 0, 1);
        attempt(ints, 0, "text", 0, 1);
        attempt(null, 0, ints, 0, 1);
        attempt(ints, 0, null, 0, 1);
        attempt(new float[1], 0, new int[1], 0, 0);
        attempt(ints, 5, ints, 5, 0);
        Object[] mixed = {"one", "two", 3, "four"};
        String[] target = {"a", "b", "c", "d"};
        attempt(mixed, 0, target, 0, 4);
        Out.println(target[0] + target[1] + target[2] + target[3]);
        attempt(mixed, 0, target, 0, 2);
        attempt(new int[2][3], 0, new Object[2], 0, 2);
        attempt(new Object[] {new int[1], null, new long[1]}, 0, new int[3][], 0, 3);
        attempt(new Integer[] {1, 2}, 0, new Comparable<?>[2], 0, 2);
    }

    private static void attempt(Object from, int at, Object to, int where, int count) {
        try {
            System.arraycopy(from, at, to, where, count);
            Out.println("copied");
        } catch (ArrayStoreException e) {
            Out.println("store");
        } catch (IndexOutOfBoundsException e) {
            Out.println(e.getClass().getSimpleName());
        } catch (NullPointerException e) {
            Out.println("null");
        }
    }
}
