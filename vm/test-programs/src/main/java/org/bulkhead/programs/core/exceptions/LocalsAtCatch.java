package org.bulkhead.programs.core.exceptions;

import org.bulkhead.programs.Out;

/** What a handler sees of variables that changed before the failure, in a loop and of every type. */
public final class LocalsAtCatch {
    public static void main(String[] args) {
        int i = 0;
        long l = 0;
        float f = 0;
        double d = 0;
        byte b = 0;
        String s = "start";
        Object o = null;
        int[] data = {3, 0, 1, 2, 0};
        for (int at = 0; at < 7; at++) {
            try {
                i = at;
                l = at * 1_000_000_000_000L;
                f = at / 2f;
                s = "before";
                int quotient = 6 / data[at];
                d = quotient;
                b = (byte) (quotient * 50);
                s = "after";
                o = s;
                ((Object[]) o)[0] = null;
            } catch (ArithmeticException e) {
                Out.print("arithmetic ");
            } catch (ClassCastException e) {
                Out.print("cast ");
            } catch (ArrayIndexOutOfBoundsException e) {
                Out.print("index ");
            }
            Out.print(i);
            Out.print(' ');
            Out.print(l);
            Out.print(' ');
            Out.print(f);
            Out.print(' ');
            Out.print(d);
            Out.print(' ');
            Out.print(b);
            Out.print(' ');
            Out.print(s);
            Out.print(' ');
            Out.println(o == s);
        }
    }
}
