package org.bulkhead.programs.util.arrays;

import java.util.Arrays;
import java.util.List;
import org.bulkhead.programs.Out;

/** Filling, copying, comparing, hashing and text of arrays. */
public final class ArraysMethods {
    public static void main(String[] args) {
        int[] a = new int[6];
        Arrays.fill(a, 7);
        Arrays.fill(a, 2, 4, -1);
        Out.println(Arrays.toString(a));
        Out.println(Arrays.toString(Arrays.copyOf(a, 8)) + Arrays.toString(Arrays.copyOf(a, 2)) + Arrays.toString(Arrays.copyOfRange(a, 3, 9)));
        Out.println(Arrays.equals(a, a.clone()) + " " + Arrays.equals(a, new int[6]) + " " + Arrays.hashCode(a) + " " + Arrays.hashCode((int[]) null));
        int[] sorted = {-5, 0, 3, 9, 12};
        Out.println(Arrays.binarySearch(sorted, 9) + " " + Arrays.binarySearch(sorted, 4) + " " + Arrays.binarySearch(sorted, 100) + " " + Arrays.binarySearch(sorted, 1, 3, -5));
        Out.println(Arrays.binarySearch(new double[] {-0.0, 0.0, 1.5, Double.NaN}, 0.0) + " " + Arrays.binarySearch(new String[] {"a", "c"}, "b"));
        Out.println(Arrays.toString(new long[] {1L << 40}) + Arrays.toString(new double[] {0.5, -0.0}) + Arrays.toString(new char[] {'x', 'y'})
            + Arrays.toString(new boolean[] {true}) + Arrays.toString(new byte[] {-1}) + Arrays.toString(new float[0]) + Arrays.toString(new short[] {3})
            + Arrays.toString(new Object[] {null, "s", 1}) + Arrays.toString((int[]) null));
        Object[] deep = {1, new int[] {2, 3}, new String[][] {{"a"}, null, {}}, null};
        Out.println(Arrays.deepToString(deep) + " " + Arrays.deepHashCode(new Object[] {1, new int[] {2}}));
        deep[3] = deep;
        Out.println(Arrays.deepToString(deep));
        Out.println(Arrays.deepEquals(new Object[] {new int[] {1}}, new Object[] {new int[] {1}}) + " " + Arrays.equals(new Object[] {new int[] {1}}, new Object[] {new int[] {1}}));
        List<String> list = Arrays.asList("x", "y");
        Out.println(list + " " + list.contains("y") + list.indexOf("z"));
        int[] squares = new int[6];
        Arrays.setAll(squares, i -> i * i);
        Out.println(Arrays.toString(squares) + " " + Arrays.stream(squares).sum());
        Arrays.parallelPrefix(squares, Integer::sum);
        Out.println(Arrays.toString(squares) + " " + Arrays.mismatch(squares, new int[] {0, 1, 5, 9}) + " " + Arrays.compare(squares, new int[] {0, 1, 6}));
        String[] strings = Arrays.copyOf(new Object[] {"p", "q"}, 3, String[].class);
        Out.println(Arrays.toString(strings) + " " + strings.getClass().getSimpleName());
        try {
            Arrays.copyOfRange(a, 9, 10);
        } catch (ArrayIndexOutOfBoundsException e) {
            Out.println("range begins outside");
        }
        try {
            Arrays.fill(new String[2], 0, 3, "x");
        } catch (ArrayIndexOutOfBoundsException e) {
            Out.println(e.getMessage());
        }
    }
}
