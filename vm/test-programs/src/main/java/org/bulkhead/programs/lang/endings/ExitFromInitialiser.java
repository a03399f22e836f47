package org.bulkhead.programs.lang.endings;

import org.bulkhead.programs.ExitKind;
import org.bulkhead.programs.Exits;
import org.bulkhead.programs.Out;

/** {@code System.exit} within a static initialiser. */
@Exits(value = ExitKind.EXPLICIT, status = 3)
public final class ExitFromInitialiser {
    private static final class Leaving {
        static final Object VALUE;

        static {
            Out.println("initialising");
            if (Out.class != null) {
                System.exit(3);
            }
            VALUE = "never";
        }
    }

    public static void main(String[] args) {
        Out.println("start");
        Out.println(Leaving.VALUE == null);
    }
}
