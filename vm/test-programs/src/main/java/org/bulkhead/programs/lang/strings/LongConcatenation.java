package org.bulkhead.programs.lang.strings;

import org.bulkhead.programs.Out;

/** Concatenations with hundreds of parts, more than one call site takes. */
public final class LongConcatenation {
    public static void main(String[] args) {
        int a = args.length;
        long b = 1L << 33;
        char c = 'c';
        double d = 0.25;
        String s = "s";
        String row = "" + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s
            + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s
            + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s
            + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s
            + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s
            + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s
            + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s
            + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s + a + b + c + d + s;
        Out.println(row.length());
        Out.println(row.hashCode());
        String doubled = "ab";
        for (int i = 0; i < 10; i++) {
            doubled = doubled + doubled;
        }
        Out.println(doubled.length());
        Out.println(doubled.hashCode());
    }
}
