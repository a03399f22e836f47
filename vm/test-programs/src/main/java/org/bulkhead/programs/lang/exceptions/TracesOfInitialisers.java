package org.bulkhead.programs.lang.exceptions;

import org.bulkhead.programs.Out;

/** Traces through static initialisers, constructors, lambdas, bridges and interface methods. */
public final class TracesOfInitialisers {
    private static final class Static {
        static int value = fail();

        static int fail() {
            throw new IllegalStateException("in initialiser");
        }
    }

    private static class Base {
        Base() {
            hook();
        }

        void hook() {
        }
    }

    private static final class Derived extends Base {
        private final String text = "text";

        @Override
        void hook() {
            throw new UnsupportedOperationException("from constructor " + (text == null ? "?" : text.length()));
        }
    }

    private interface Worker {
        int work(int x);

        default int twice(int x) {
            return work(work(x));
        }
    }

    public static void main(String[] args) {
        try {
            Out.println(Static.value);
        } catch (ExceptionInInitializerError e) {
            show(e.getCause());
        }
        try {
            new Derived();
        } catch (UnsupportedOperationException e) {
            show(e);
        }
        Worker w = x -> 100 / (x - 50);
        try {
            Out.println(w.twice(52));
        } catch (ArithmeticException e) {
            show(e);
        }
        Comparable<String> c = new Comparable<>() {
            @Override
            public int compareTo(String s) {
                throw new IllegalArgumentException(s);
            }
        };
        try {
            c.compareTo("anonymous");
        } catch (IllegalArgumentException e) {
            show(e);
        }
    }

    private static void show(Throwable t) {
        Out.println(t.toString());
        for (StackTraceElement e : t.getStackTrace()) {
            // Which frames stand between a lambda and its caller is the VM's own affair.
            if (e.getClassName().startsWith(TracesOfInitialisers.class.getName()) && !e.getMethodName().startsWith("lambda$")
                && !e.getClassName().contains("/")) {
                Out.println("  " + e.getMethodName() + " " + e.getLineNumber());
            }
            if (e.getMethodName().equals("main")) {
                break;
            }
        }
    }
}
