package org.bulkhead.programs.lang.endings;

import org.bulkhead.programs.ExitKind;
import org.bulkhead.programs.Exits;
import org.bulkhead.programs.Out;

/** An own subclass of {@code Throwable}, neither exception nor error, leaves {@code main}. */
@Exits(value = ExitKind.UNCAUGHT, status = 1)
public final class UncaughtOwnError {
    private static final class Strange extends Throwable {
        Strange(String message) {
            super(message);
        }
    }

    public static void main(String[] args) throws Throwable {
        try {
            throw new Strange("strange");
        } catch (Strange s) {
            Out.println(s.getMessage());
            throw s;
        }
    }
}
