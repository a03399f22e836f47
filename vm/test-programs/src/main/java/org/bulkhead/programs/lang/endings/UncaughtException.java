package org.bulkhead.programs.lang.endings;

import org.bulkhead.programs.ExitKind;
import org.bulkhead.programs.Exits;
import org.bulkhead.programs.Out;

/** An exception that leaves {@code main} ends the program with status 1; what was printed before stays. */
@Exits(value = ExitKind.UNCAUGHT, status = 1)
public final class UncaughtException {
    public static void main(String[] args) {
        Out.println("before");
        try {
            deeper(3);
        } finally {
            Out.println("finally in main");
        }
        Out.println("not reached");
    }

    private static void deeper(int n) {
        if (n == 0) {
            throw new IllegalStateException("nobody catches this", new RuntimeException("cause"));
        }
        deeper(n - 1);
    }
}
