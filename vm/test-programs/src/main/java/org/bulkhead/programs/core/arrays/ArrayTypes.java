package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** Casts and type tests of arrays: covariance, primitive elements, {@code Cloneable}, nested arrays. */
public final class ArrayTypes {
    public static void main(String[] args) {
        Object[] subjects = {
            new int[0], new long[0], new int[0][0], new Object[0], new String[0], new String[0][0], new Object[0][0],
            new Comparable<?>[0], new CharSequence[0][], "text", new byte[0], new boolean[0]};
        for (Object o : subjects) {
            int bits = 0;
            bits |= o instanceof int[] ? 1 : 0;
            bits |= o instanceof long[] ? 2 : 0;
            bits |= o instanceof int[][] ? 4 : 0;
            bits |= o instanceof Object[] ? 8 : 0;
            bits |= o instanceof String[] ? 16 : 0;
            bits |= o instanceof CharSequence[] ? 32 : 0;
            bits |= o instanceof Object[][] ? 64 : 0;
            bits |= o instanceof Cloneable ? 128 : 0;
            bits |= o instanceof java.io.Serializable ? 256 : 0;
            bits |= o instanceof Cloneable[] ? 512 : 0;
            bits |= o instanceof CharSequence[][] ? 1024 : 0;
            bits |= o instanceof byte[] ? 2048 : 0;
            bits |= o instanceof boolean[] ? 4096 : 0;
            Out.print(bits);
            Out.print(' ');
            try {
                Out.println(((Object[]) o).length);
            } catch (ClassCastException e) {
                Out.println("no object array");
            }
        }
        Object[] covariant = new String[] {"a", "b"};
        String[] back = (String[]) covariant;
        Out.println(back[1]);
        try {
            Out.println(((String[]) new Object[] {"a"})[0]);
        } catch (ClassCastException e) {
            Out.println("contents do not make the type");
        }
    }
}
