package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** Switches whose labels reach the smallest and the largest {@code int}. */
public final class SwitchExtremes {
    private static final int[] SUBJECTS = {
        Integer.MIN_VALUE, Integer.MIN_VALUE + 1, Integer.MIN_VALUE + 2, Integer.MIN_VALUE + 3, -1, 0, 1,
        Integer.MAX_VALUE - 3, Integer.MAX_VALUE - 2, Integer.MAX_VALUE - 1, Integer.MAX_VALUE};

    public static void main(String[] args) {
        for (int s : SUBJECTS) {
            Out.print(atBottom(s));
            Out.print(' ');
            Out.print(atTop(s));
            Out.print(' ');
            Out.print(bothEnds(s));
            Out.print(' ');
            Out.println(single(s));
        }
    }

    private static int atBottom(int s) {
        switch (s) {
            case Integer.MIN_VALUE: return 1;
            case Integer.MIN_VALUE + 1: return 2;
            case Integer.MIN_VALUE + 2: return 3;
            default: return 0;
        }
    }

    private static int atTop(int s) {
        switch (s) {
            case Integer.MAX_VALUE - 2: return 1;
            case Integer.MAX_VALUE - 1: return 2;
            case Integer.MAX_VALUE: return 3;
            default: return 0;
        }
    }

    private static int bothEnds(int s) {
        switch (s) {
            case Integer.MIN_VALUE: return 1;
            case 0: return 2;
            case Integer.MAX_VALUE: return 3;
            default: return 0;
        }
    }

    private static int single(int s) {
        switch (s) {
            case Integer.MAX_VALUE - 1: return 1;
            default: return 0;
        }
    }
}
