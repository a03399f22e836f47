package org.bulkhead.programs.core.exceptions;

import org.bulkhead.programs.Out;

/** A {@code finally} block that itself fails, or that catches its own failure. */
public final class FailingFinally {
    public static void main(String[] args) {
        for (int kind = 0; kind < 8; kind++) {
            try {
                Out.print(run(kind & 1, kind & 2, kind & 4));
            } catch (ArithmeticException e) {
                Out.print("arithmetic");
            } catch (NullPointerException e) {
                Out.print("null");
            }
            Out.println();
        }
    }

    private static int run(int body, int cleanUp, int guarded) {
        int result = 0;
        try {
            result += 1;
            result /= body;
            result += 10;
        } finally {
            Out.print("clean ");
            if (guarded != 0) {
                try {
                    result += length(cleanUp);
                } catch (NullPointerException e) {
                    Out.print("guarded ");
                    result += 100;
                } finally {
                    result += 1000;
                }
            } else {
                result += length(cleanUp);
            }
        }
        return result;
    }

    private static int length(int present) {
        int[] array = present != 0 ? new int[5] : null;
        return array.length;
    }
}
