package org.bulkhead.builder;

/**
 * Something that the user can put right: a command given wrongly, an image that cannot be built, an emulator that is not there. The message names the thing, what is wrong
 * with it and the remedy: one line, or one line and the path that leads to what is wrong.
 *
 * <p>The command line prints the message alone, and the stack trace only with {@code --verbose}.
 */
public final class UserProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Whose fault it is, which decides the exit status. */
    public enum Kind {
        /** The command was given wrongly: exit status 2. */
        USAGE,
        /** The command was right, and what it asked for failed: exit status 1. */
        FAILURE
    }

    private final Kind kind;

    private UserProblem(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Returns a problem with what the user asked for. */
    public static UserProblem usage(String message) {
        return new UserProblem(Kind.USAGE, message, null);
    }

    /** Returns a problem met while doing what the user asked for. */
    public static UserProblem failure(String message) {
        return new UserProblem(Kind.FAILURE, message, null);
    }

    /** Returns a problem met while doing what the user asked for, with the exception that says more. */
    public static UserProblem failure(String message, Throwable cause) {
        return new UserProblem(Kind.FAILURE, message, cause);
    }

    /** Returns whose fault it is. */
    public Kind kind() {
        return kind;
    }
}
