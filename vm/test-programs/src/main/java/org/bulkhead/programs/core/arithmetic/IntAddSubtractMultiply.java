package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** Addition, subtraction and multiplication of {@code int}, wrapping at 32 bits. */
public final class IntAddSubtractMultiply {
    private static final int[] VALUES = {
        0, 1, -1, 2, 3, 7, 10, -10, 255, 256, 32767, -32768, 65535, 65536,
        0x40000000, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE + 1, 123456789, -987654321};

    public static void main(String[] args) {
        for (int a : VALUES) {
            Out.print(a);
            Out.print(':');
            for (int b : VALUES) {
                Out.print(' ');
                Out.print(a + b);
                Out.print('/');
                Out.print(a - b);
                Out.print('/');
                Out.print(a * b);
            }
            Out.println();
        }
        int sum = 0;
        for (int i = 0; i < 100_000; i++) {
            sum = sum * 31 + i;
        }
        Out.show("sum", sum);
    }
}
