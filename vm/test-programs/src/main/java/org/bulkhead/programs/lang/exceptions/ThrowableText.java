package org.bulkhead.programs.lang.exceptions;

import org.bulkhead.programs.Out;

/** {@code toString}, {@code getMessage} and class names of exceptions made in each way. */
public final class ThrowableText {
    private static class Plain extends Exception {
    }

    private static final class Telling extends Plain {
        private final int code;

        Telling(int code) {
            this.code = code;
        }

        @Override
        public String getMessage() {
            return "code " + code;
        }
    }

    private static final class Localized extends RuntimeException {
        Localized(String message) {
            super(message);
        }

        @Override
        public String getLocalizedMessage() {
            return "<" + getMessage() + ">";
        }
    }

    public static void main(String[] args) {
        Throwable[] all = {
            new Plain(), new Telling(7), new Localized("inside"), new Exception("message"), new Error((String) null),
            new RuntimeException(new Plain()), new IllegalStateException("outer", new Telling(9)), new Throwable("t", null),
            new AssertionError(42), new AssertionError('c'), new IndexOutOfBoundsException(5), new UnsupportedOperationException(),
            new NumberFormatException("nf"), new CloneNotSupportedException("no clone"), new InterruptedException(), new StackOverflowError("so")};
        for (Throwable t : all) {
            Out.println(t + " | " + t.getMessage() + " | " + t.getCause() + " | " + t.getClass().getSimpleName());
        }
    }
}
