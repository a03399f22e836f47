package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** Deeply nested conditions and long chains of {@code else if}. */
public final class NestedConditions {
    public static void main(String[] args) {
        for (int a = -1; a <= 1; a++) {
            for (int b = -1; b <= 1; b++) {
                for (int c = -1; c <= 1; c++) {
                    Out.print(classify(a, b, c));
                    Out.print(' ');
                    Out.print(sorted(a, b, c));
                    Out.print(' ');
                }
            }
            Out.println();
        }
        for (int year = 1896; year <= 2004; year += 4) {
            boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            Out.print(leap ? 'y' : 'n');
        }
        Out.println();
    }

    private static int classify(int a, int b, int c) {
        if (a > 0) {
            if (b > 0) {
                if (c > 0) {
                    return 1;
                } else if (c == 0) {
                    return 2;
                }
                return 3;
            } else {
                return b == 0 ? 4 : c != 0 ? 5 : 6;
            }
        } else if (a == 0 && b == 0 && c == 0) {
            return 7;
        } else if (a == 0 && (b == 0 || c == 0)) {
            return 8;
        } else if (!(b > c) && !(a < c)) {
            return 9;
        }
        return 0;
    }

    private static boolean sorted(int a, int b, int c) {
        return a <= b && b <= c || a >= b && b >= c;
    }
}
