package org.bulkhead.programs.lang.endings;

import org.bulkhead.programs.ExitKind;
import org.bulkhead.programs.Exits;
import org.bulkhead.programs.Out;

/** An exception raised by the processor that nobody catches. */
@Exits(value = ExitKind.UNCAUGHT, status = 1)
public final class UncaughtArithmetic {
    public static void main(String[] args) {
        int sum = 0;
        for (int i = 5; i >= 0; i--) {
            sum += 60 / i;
            Out.println(sum);
        }
    }
}
