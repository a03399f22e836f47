package org.bulkhead.programs.lang.endings;

import org.bulkhead.programs.ExitKind;
import org.bulkhead.programs.Exits;
import org.bulkhead.programs.Out;

/** The static initialiser of the main program's helper fails and nobody catches the error. */
@Exits(value = ExitKind.UNCAUGHT, status = 1)
public final class UncaughtInInitialiser {
    private static final class Helper {
        static final int[] TABLE = new int[4];

        static {
            for (int i = 0; i < 5; i++) {
                TABLE[i] = i;
                Out.println(i);
            }
        }
    }

    public static void main(String[] args) {
        Out.println("start");
        Out.println(Helper.TABLE[0]);
        Out.println("not reached");
    }
}
