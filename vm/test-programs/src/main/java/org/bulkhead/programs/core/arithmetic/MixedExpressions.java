package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Expressions whose operands are promoted from several types before they meet. */
public final class MixedExpressions {
    public static void main(String[] args) {
        byte b = -7;
        short s = 300;
        char c = 'Z';
        int i = 1 << 30;
        long l = 1L << 40;
        float f = 0.3f;
        double d = 0.3;
        Out.println(b * s + c);
        Out.println(i * 4 + l);
        Out.println(i * 4L + l);
        Out.println(f * i);
        Out.println(f + d);
        Out.println(l / f);
        Out.println(l % s * d);
        Out.println(c / b);
        Out.println(c % b);
        Out.println((c + i) * 2 >>> b);
        Out.println(s << l);
        Out.println(b & 0xFF);
        Out.println(b >>> 28);
        Out.println((byte) (b >>> 4));
        Out.println(-b % 4 * 1.5f);
        Out.println((i + i) / 2 == i);
        Out.println((int) (f * 10) + (long) (d * 10));
        Out.println(f == d);
        Out.println((float) d == f);
        Out.println(l + 1 > l == c > b);
        Out.println((s * s) * (s * s));
        Out.println((long) s * s * (s * s));
    }
}
