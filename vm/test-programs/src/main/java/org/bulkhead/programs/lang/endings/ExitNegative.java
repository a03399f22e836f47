package org.bulkhead.programs.lang.endings;

import org.bulkhead.programs.ExitKind;
import org.bulkhead.programs.Exits;
import org.bulkhead.programs.Out;

/** The operating system sees the low eight bits of a negative status. */
@Exits(value = ExitKind.EXPLICIT, status = 255)
public final class ExitNegative {
    public static void main(String[] args) {
        Out.println("leaving with -1");
        System.exit(-1);
    }
}
