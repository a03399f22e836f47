package org.bulkhead.programs.lang.endings;

import org.bulkhead.programs.ExitKind;
import org.bulkhead.programs.Exits;
import org.bulkhead.programs.Out;

/** {@code System.exit} with a status of its own; the operating system sees it. */
@Exits(value = ExitKind.EXPLICIT, status = 42)
public final class ExitWithStatus {
    public static void main(String[] args) {
        Out.println("leaving with 42");
        System.exit(42);
    }
}
