package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** {@code byte} arrays: stores cut to eight bits, loads extend the sign. */
public final class ByteArrays {
    public static void main(String[] args) {
        byte[] a = new byte[300];
        for (int i = 0; i < a.length; i++) {
            a[i] = (byte) (i * 7);
        }
        int sum = 0;
        int unsigned = 0;
        for (byte b : a) {
            sum += b;
            unsigned += b & 0xFF;
        }
        Out.show("sum", sum);
        Out.show("unsigned", unsigned);
        a[5] = -1;
        a[6] = 127;
        a[6]++;
        a[7] += 1000;
        Out.println(a[4] + " ".length() + a[5] + a[6] + a[7]);
        byte[] fixed = {1, -2, 3, (byte) 0x80, 'A'};
        for (byte b : fixed) {
            Out.print(b);
            Out.print(' ');
        }
        Out.println(fixed.length);
        for (int i = 0, j = a.length - 1; i < j; i++, j--) {
            byte swap = a[i];
            a[i] = a[j];
            a[j] = swap;
        }
        Out.println(a[0] * a[1] - a[299]);
    }
}
