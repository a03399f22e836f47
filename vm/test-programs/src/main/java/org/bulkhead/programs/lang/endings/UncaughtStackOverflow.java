package org.bulkhead.programs.lang.endings;

import org.bulkhead.programs.ExitKind;
import org.bulkhead.programs.Exits;
import org.bulkhead.programs.Out;

/** Endless recursion that nobody catches. */
@Exits(value = ExitKind.UNCAUGHT, status = 1)
public final class UncaughtStackOverflow {
    private static long calls;

    public static void main(String[] args) {
        Out.println("diving");
        dive(1, 2.0);
        Out.println("not reached");
    }

    private static double dive(long n, double x) {
        calls++;
        return dive(n + 1, x * 0.5) + calls;
    }
}
