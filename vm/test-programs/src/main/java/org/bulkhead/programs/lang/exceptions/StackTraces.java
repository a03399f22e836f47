package org.bulkhead.programs.lang.exceptions;

import org.bulkhead.programs.Out;

/** Stack traces name class, method, file and line of every frame of the program. */
public final class StackTraces {
    private static final class Inner {
        private final int value;

        Inner(int divisor) {
            value = 10 / divisor;
        }

        static int make(int divisor) {
            return new Inner(
                divisor
            ).value;
        }
    }

    public static void main(String[] args) {
        show(new Exception("here"));
        try {
            first(3);
        } catch (IllegalStateException e) {
            show(e);
        }
        try {
            Inner.make(0);
        } catch (ArithmeticException e) {
            show(e);
        }
        try {
            int[] a = new int[2];
            a[0] = 1;
            a[1] = a[0]
                + a[a[0]
                    + 1];
        } catch (ArrayIndexOutOfBoundsException e) {
            show(e);
        }
        try {
            ((Object) "s").equals(nobody()
                .hashCode());
        } catch (NullPointerException e) {
            show(e);
        }
        Exception made = later();
        show(made);
        made.fillInStackTrace();
        show(made);
    }

    private static Exception later() {
        return new Exception(
            "made here"
        );
    }

    private static int[] nobodyCounts() {
        return new int[0];
    }

    private static Object nobody() {
        return null;
    }

    private static void first(int n) {
        if (n == 0) {
            second();
        }
        first(n - 1);
    }

    private static void second() {
        try {
            Out.println(1 / nobodyCounts().length);
        } catch (ArithmeticException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void show(Throwable t) {
        Out.println(t.getClass().getName());
        for (StackTraceElement e : t.getStackTrace()) {
            if (!e.getClassName().startsWith(StackTraces.class.getName())) {
                break;
            }
            Out.println("  " + e.getClassName() + " " + e.getMethodName() + " " + e.getFileName() + " " + e.getLineNumber());
        }
        if (t.getCause() != null) {
            show(t.getCause());
        }
    }
}
