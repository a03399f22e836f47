package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** {@code short} arrays: stores cut to sixteen bits, loads extend the sign. */
public final class ShortArrays {
    public static void main(String[] args) {
        short[] a = new short[1000];
        int value = 1;
        for (int i = 0; i < a.length; i++) {
            value = value * 1103515245 + 12345;
            a[i] = (short) (value >> 8);
        }
        long sum = 0;
        int negative = 0;
        short least = Short.MAX_VALUE;
        for (short s : a) {
            sum += s;
            negative += s < 0 ? 1 : 0;
            least = s < least ? s : least;
        }
        Out.show("sum", sum);
        Out.show("negative", negative);
        Out.show("least", least);
        a[0] = Short.MAX_VALUE;
        a[0]++;
        a[1] = (short) 0x18000;
        a[2] = -1;
        a[2] >>>= 3;
        Out.println(a[0]);
        Out.println(a[1]);
        Out.println(a[2]);
    }
}
