package org.bulkhead.programs.lang.memory;

import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Frames on the way back from an overflow run their {@code finally} and release their monitors. */
@AllocatesMuch
public final class StackOverflowUnwinding {
    private static int entered;
    private static int left;
    private static final Object LOCK = new Object();

    public static void main(String[] args) {
        try {
            dive();
        } catch (StackOverflowError e) {
            Out.println(entered - left < 10);
        }
        try {
            locked(0);
        } catch (StackOverflowError e) {
            Out.println("unwound");
        }
        try {
            LOCK.notify();
            Out.println("still locked");
        } catch (IllegalMonitorStateException e) {
            Out.println("released");
        }
        StackOverflowUnwinding o = new StackOverflowUnwinding();
        try {
            o.even(0);
        } catch (StackOverflowError e) {
            Out.println("mutual");
        }
        try {
            new Nested();
        } catch (StackOverflowError e) {
            Out.println("constructor");
        }
        try {
            Out.println(new Endless().toString().length());
        } catch (StackOverflowError e) {
            Out.println("toString");
        }
    }

    private static void dive() {
        entered++;
        try {
            dive();
        } finally {
            left++;
        }
    }

    private static int locked(int n) {
        synchronized (LOCK) {
            return locked(n + 1) + 1;
        }
    }

    private int even(int n) {
        return odd(n + 1);
    }

    private synchronized int odd(int n) {
        return even(n + 1) * 2;
    }

    private static final class Nested {
        final Nested inner = new Nested();
    }

    private static final class Endless {
        @Override
        public String toString() {
            return "<" + this + ">";
        }
    }
}
