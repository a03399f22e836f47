package org.bulkhead.programs.lang.endings;

import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.ExitKind;
import org.bulkhead.programs.Exits;
import org.bulkhead.programs.Out;

/** A heap that fills up with reachable objects, and nobody catches the error. */
@AllocatesMuch
@Exits(value = ExitKind.UNCAUGHT, status = 1)
public final class UncaughtOutOfMemory {
    private static final class Link {
        final Link next;
        final long[] load = new long[1024];

        Link(Link next) {
            this.next = next;
        }
    }

    public static void main(String[] args) {
        Out.println("filling");
        Link list = null;
        while (true) {
            list = new Link(list);
        }
    }
}
