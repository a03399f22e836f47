package org.bulkhead.programs.lang.endings;

import org.bulkhead.programs.ExitKind;
import org.bulkhead.programs.Exits;
import org.bulkhead.programs.Out;

/** {@code System.exit(0)} ends the program at once, from far below {@code main}. */
@Exits(value = ExitKind.EXPLICIT, status = 0)
public final class ExitZero {
    public static void main(String[] args) {
        for (int i = 0; ; i++) {
            Out.println(i);
            if (i == 3) {
                leave(5);
            }
        }
    }

    private static void leave(int depth) {
        if (depth == 0) {
            System.exit(0);
        }
        leave(depth - 1);
        Out.println("not reached");
    }
}
