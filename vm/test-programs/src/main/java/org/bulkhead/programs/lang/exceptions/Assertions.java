package org.bulkhead.programs.lang.exceptions;

import org.bulkhead.programs.Out;

/** Assertions are off, as they are on a VM started without options, and cost no evaluation. */
public final class Assertions {
    private static int evaluated;

    public static void main(String[] args) {
        int x = args.length;
        assert x > 5 : "not reached " + note();
        assert note() > 100;
        Out.println(evaluated);
        try {
            throw new AssertionError("by hand", new Exception("why"));
        } catch (AssertionError e) {
            Out.println(e.getMessage() + " " + e.getCause().getMessage());
        }
        try {
            unreachable(3);
        } catch (AssertionError e) {
            Out.println(e.toString());
        }
    }

    private static int note() {
        return ++evaluated;
    }

    private static void unreachable(long value) {
        throw new AssertionError(value);
    }
}
