package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** Compound assignments and assignments used as values, which shuffle the operand stack in every way javac knows. */
public final class CompoundAssignmentShapes {
    private int i = 3;
    private long l = 5;
    private double d = 1.5;
    private static int si = 7;
    private static long sl = 9;

    public static void main(String[] args) {
        CompoundAssignmentShapes o = new CompoundAssignmentShapes();
        int[] ints = {1, 2, 3};
        long[] longs = {10, 20, 30};
        double[] doubles = {0.5, 1.5, 2.5};
        byte[] bytes = {1, 2, 3};
        int at = 0;
        Out.println(ints[at++] += 5);
        Out.println(ints[at] <<= ints[at]++);
        Out.println(longs[at++] *= ints[0]);
        Out.println(longs[at--] -= at);
        Out.println(doubles[at] /= longs[0]);
        Out.println(bytes[at] += 200);
        Out.println(o.i += o.i++ + ++o.i);
        Out.println(o.l = o.l-- * 2);
        Out.println(o.l++ + o.l);
        Out.println(o.d *= o.d++);
        Out.println(si = sl > 1 ? si-- : 0);
        Out.println(sl += sl++);
        int a;
        int b;
        long c;
        long e;
        a = b = 12;
        c = e = a + b;
        Out.println(a + b + c + e);
        ints[0] = ints[1] = ints[2] = 6;
        longs[0] = longs[1] = longs[2] = o.l = 8L;
        o.d = doubles[2] = doubles[0] = 0.25;
        Out.println(ints[0] * ints[1] + longs[2] + o.l);
        Out.println(o.d + doubles[2]);
        String s = null;
        String[] strings = new String[2];
        Out.println(strings[1] = s = "both");
        Out.println(strings[1] == s);
        Out.println(new int[] {4, 5, 6}[si = 2]);
        Out.println(new CompoundAssignmentShapes().i);
        new CompoundAssignmentShapes();
        o.next();
        o.wide();
        Out.println(o.l);
    }

    private int next() {
        return i++;
    }

    private long wide() {
        return l++;
    }
}
