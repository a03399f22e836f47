package org.bulkhead.programs.lang.numbers;

import org.bulkhead.programs.Out;

/** Small boxed values are shared, as the language demands; {@code equals} looks inside and at the class. */
public final class BoxCaches {
    public static void main(String[] args) {
        for (int i = -130; i <= 130; i += 1) {
            Integer a = i;
            Integer b = i;
            Long c = (long) i;
            Long d = (long) i;
            Short e = (short) i;
            Short f = (short) i;
            boolean small = i >= -128 && i <= 127;
            if (small && !(a == b && c == d && e == f) || !a.equals(b) || a.equals(c) || !c.equals(d) || !e.equals(f)) {
                Out.println("wrong at " + i);
            }
        }
        Character x = 'x';
        Character y = 'x';
        Out.println(x == y);
        Byte p = -128;
        Byte q = -128;
        Out.println(p == q);
        Boolean t = true;
        Out.println(t == Boolean.TRUE);
        Out.println(Boolean.valueOf("TRUE") == t);
        Integer large = 1000;
        Out.println(large.equals(1000));
        Out.println(large == 1000);
        Out.println(large.equals(1000L));
        Object o = 'c';
        Out.println(o.equals('c'));
        Out.println(o instanceof Character);
        Out.println(Integer.valueOf(127) == Integer.valueOf("127"));
        Out.println(large.compareTo(999) + Long.valueOf(5).compareTo(6L));
        Out.println(Double.valueOf(Double.NaN).equals(Double.NaN));
        Out.println(Double.valueOf(0.0).equals(-0.0));
        Out.println(Float.valueOf(1).equals(1f));
    }
}
