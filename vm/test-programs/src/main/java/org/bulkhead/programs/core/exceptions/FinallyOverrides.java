package org.bulkhead.programs.core.exceptions;

import org.bulkhead.programs.Out;

/** A {@code finally} that returns, throws or breaks replaces what was under way. */
@SuppressWarnings("finally")
public final class FinallyOverrides {
    private static final class Marker extends RuntimeException {
        final int number;

        Marker(int number) {
            this.number = number;
        }
    }

    public static void main(String[] args) {
        Out.println(returning());
        Out.println(swallowing());
        try {
            replacing();
        } catch (Marker m) {
            Out.println(m.number);
        }
        Out.println(breaking());
        Out.println(savedResult());
        Out.println(savedArray()[0]);
    }

    private static int returning() {
        try {
            return 1;
        } finally {
            return 2;
        }
    }

    private static int swallowing() {
        try {
            throw new Marker(3);
        } finally {
            return 4;
        }
    }

    private static void replacing() {
        try {
            throw new Marker(5);
        } finally {
            throw new Marker(6);
        }
    }

    private static int breaking() {
        int rounds = 0;
        while (true) {
            try {
                rounds++;
                if (rounds < 3) {
                    throw new Marker(7);
                }
                return -1;
            } finally {
                if (rounds == 3) {
                    break;
                }
                continue;
            }
        }
        return rounds;
    }

    private static long savedResult() {
        long x = 10;
        try {
            return x;
        } finally {
            x = 99;
        }
    }

    private static int[] savedArray() {
        int[] a = {10};
        try {
            return a;
        } finally {
            a[0] = 99;
            a = null;
        }
    }
}
