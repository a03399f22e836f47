package org.bulkhead.vm.compiler.transform.samples;

import java.io.IOException;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.ArrayList;
import java.util.List;

/** Privileged actions of every origin. */
@SuppressWarnings("removal")
public final class Privileged {
    private Privileged() {}

    /** Does its work and returns a transcript. */
    public static String run() throws IOException {
        List<String> out = new ArrayList<>();
        int captured = out.size() + 41;
        out.add(AccessController.doPrivileged(new PrivilegedAction<>() {
            @Override
            public String run() {
                return "anonymous " + captured;
            }
        }));
        out.add(AccessController.doPrivileged((PrivilegedAction<String>) () -> "lambda"));
        PrivilegedAction<String> local = () -> "captures " + captured;
        out.add(AccessController.doPrivileged(local, AccessController.getContext()));
        out.add(handedOn(() -> "from elsewhere"));
        out.add(AccessController.doPrivileged(captured > 0 ? new Named("one of two") : local));
        for (int kind = 0; kind < 3; kind++) {
            int thrown = kind;
            try {
                out.add(AccessController.doPrivileged((PrivilegedExceptionAction<String>) () -> mayThrow(thrown)));
            } catch (PrivilegedActionException e) {
                out.add("wrapped " + e.getException());
            } catch (IllegalStateException e) {
                out.add("not wrapped " + e);
            }
        }
        return out.toString();
    }

    private static String mayThrow(int kind) throws IOException {
        if (kind == 1) {
            throw new IOException("checked");
        } else if (kind == 2) {
            throw new IllegalStateException("unchecked");
        }
        return "nothing thrown";
    }

    private static String handedOn(PrivilegedAction<String> action) {
        return AccessController.doPrivileged(action);
    }

    private record Named(String name) implements PrivilegedAction<String> {
        @Override
        public String run() {
            return name;
        }
    }
}
