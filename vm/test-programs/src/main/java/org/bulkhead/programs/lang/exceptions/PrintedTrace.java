package org.bulkhead.programs.lang.exceptions;

/** {@code printStackTrace} with causes and suppressed exceptions, on the standard output stream. */
public final class PrintedTrace {
    public static void main(String[] args) {
        try {
            outer();
        } catch (RuntimeException e) {
            StackTraceElement[] own = {new StackTraceElement("org.example.A", "a", "A.java", 1), new StackTraceElement("org.example.B", "b", "B.java", 2)};
            e.setStackTrace(own);
            e.getCause().setStackTrace(new StackTraceElement[] {new StackTraceElement("org.example.C", "c", "C.java", 3), own[1]});
            for (Throwable s : e.getSuppressed()) {
                s.setStackTrace(new StackTraceElement[] {own[0]});
            }
            e.printStackTrace(System.out);
        }
    }

    private static void outer() {
        try {
            throw new IllegalStateException("cause");
        } catch (IllegalStateException e) {
            RuntimeException r = new RuntimeException("effect", e);
            r.addSuppressed(new Exception("suppressed"));
            throw r;
        }
    }
}
