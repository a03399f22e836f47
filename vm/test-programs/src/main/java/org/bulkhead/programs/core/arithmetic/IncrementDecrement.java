package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Pre- and post-increment and decrement of locals, fields, statics and array elements of every kind. */
public final class IncrementDecrement {
    private byte b = 127;
    private static char c = '\uFFFF';
    private long l = Long.MAX_VALUE;
    private static double d = 0.5;

    public static void main(String[] args) {
        int i = Integer.MAX_VALUE;
        Out.println(i++);
        Out.println(i--);
        Out.println(++i);
        Out.println(--i);
        short s = -32768;
        Out.println(s--);
        Out.println(s);
        float f = 1.5f;
        Out.println(f++);
        Out.println(--f);
        IncrementDecrement o = new IncrementDecrement();
        Out.println(o.b++);
        Out.println(o.b);
        Out.println((int) c++);
        Out.println((int) c);
        Out.println(o.l++);
        Out.println(--o.l);
        Out.println(d--);
        Out.println(++d);
        int[] ints = {1, 2, 3};
        long[] longs = {1, 2, 3};
        byte[] bytes = {-128, 0, 127};
        double[] doubles = {1, 2, 3};
        char[] chars = {0, 'x'};
        int at = 0;
        Out.println(ints[at++]++ + ++ints[at]);
        Out.println(longs[at]-- - --longs[at++]);
        Out.println(bytes[at]++ * 2 + bytes[at]--);
        Out.println(--bytes[0]);
        Out.println(doubles[--at]++ + doubles[at]);
        Out.println((int) --chars[0]);
        Out.println(chars[1]++);
        Out.println(chars[1]);
        Out.println(ints[0] + ints[1] * 10);
    }
}
