package org.bulkhead.programs.core.exceptions;

import org.bulkhead.programs.Out;

/** Throwing null throws a null pointer exception instead; so do synchronising on and unboxing nothing. */
public final class ThrowNull {
    public static void main(String[] args) {
        try {
            throw exception(false);
        } catch (NullPointerException e) {
            Out.println("null thrown");
        }
        try {
            throw exception(true);
        } catch (IllegalStateException e) {
            Out.println("state thrown");
        }
        Object lock = null;
        try {
            synchronized (lock) {
                Out.println("not reached");
            }
        } catch (NullPointerException e) {
            Out.println("no lock");
        }
        int[] none = null;
        try {
            for (int x : none) {
                Out.println(x);
            }
        } catch (NullPointerException e) {
            Out.println("no loop");
        }
        try {
            throw null;
        } catch (RuntimeException e) {
            Out.println(e instanceof NullPointerException);
        }
    }

    private static RuntimeException exception(boolean some) {
        return some ? new IllegalStateException() : null;
    }
}
