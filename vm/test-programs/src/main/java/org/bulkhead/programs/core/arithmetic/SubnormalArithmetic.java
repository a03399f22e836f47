package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Arithmetic near zero, where results lose precision step by step instead of dropping to zero. */
public final class SubnormalArithmetic {
    public static void main(String[] args) {
        double d = Double.MIN_NORMAL;
        for (int i = 0; i < 56; i++) {
            Out.print(d);
            Out.print(' ');
            Out.println(d * 1.5);
            d /= 2;
        }
        float f = Float.MIN_NORMAL;
        for (int i = 0; i < 26; i++) {
            Out.print(f);
            Out.print(' ');
            Out.print(f * 0.75f);
            Out.print(' ');
            Out.println((double) f);
            f *= 0.5f;
        }
        double tiny = Double.MIN_VALUE;
        Out.println(tiny / 2);
        Out.println(tiny * tiny);
        Out.println(tiny + tiny);
        Out.println(tiny * 0x1p1000);
        Out.println((float) 1e-45);
    }
}
