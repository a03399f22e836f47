package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Constants on both sides of every boundary between the ways bytecode can push them. */
public final class ConstantPushes {
    public static void main(String[] args) {
        int zero = args.length;
        Out.println(zero + -2);
        Out.println(zero + -1);
        Out.println(zero + 5);
        Out.println(zero + 6);
        Out.println(zero + 127);
        Out.println(zero + 128);
        Out.println(zero + -128);
        Out.println(zero + -129);
        Out.println(zero + 32767);
        Out.println(zero + 32768);
        Out.println(zero + -32768);
        Out.println(zero + -32769);
        Out.println(zero + 0x7FFFFFFF);
        Out.println(zero + 0L);
        Out.println(zero + 1L);
        Out.println(zero + 2L);
        Out.println(zero + 0x123456789L);
        Out.println(zero + -1L);
        Out.println(zero + 0f);
        Out.println(zero + 1f);
        Out.println(zero + 2f);
        Out.println(zero + 2.5f);
        Out.println(zero + -0f);
        Out.println(-0f);
        Out.println(zero + 0d);
        Out.println(zero + 1d);
        Out.println(zero + 2d);
        Out.println(-0d);
        Out.println("text");
        Out.println("caf\u00e9 \u4e2d");
        Out.println("");
        Out.println('\u00ff');
        Out.println(true);
        int moved = zero;
        moved += 127;
        moved += 128;
        moved -= 32768;
        moved += 100000;
        Out.println(moved);
    }
}
