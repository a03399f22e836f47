package org.bulkhead.programs.lang.exceptions;

import org.bulkhead.programs.Out;

/** Causes and suppressed exceptions, and the ways they are refused. */
public final class CausesAndSuppressed {
    public static void main(String[] args) {
        Exception root = new Exception("root");
        Exception middle = new RuntimeException("middle", root);
        Error top = new Error(middle);
        for (Throwable t = top; t != null; t = t.getCause()) {
            Out.println(t.getMessage());
        }
        Exception late = new Exception("late");
        late.initCause(root);
        Out.println(late.getCause() == root);
        try {
            late.initCause(root);
        } catch (IllegalStateException e) {
            Out.println("only once");
        }
        try {
            Exception self = new Exception("self");
            self.initCause(self);
        } catch (IllegalArgumentException e) {
            Out.println("not itself");
        }
        Out.println(root.getSuppressed().length);
        root.addSuppressed(new Exception("first"));
        root.addSuppressed(new Error("second"));
        for (Throwable t : root.getSuppressed()) {
            Out.println(t.toString());
        }
        try {
            root.addSuppressed(root);
        } catch (IllegalArgumentException e) {
            Out.println("not itself either");
        }
        try {
            root.addSuppressed(null);
        } catch (NullPointerException e) {
            Out.println("not null");
        }
        Exception frozen = new Exception("frozen", null, false, false) {
        };
        frozen.addSuppressed(root);
        Out.println(frozen.getSuppressed().length + frozen.getStackTrace().length);
    }
}
