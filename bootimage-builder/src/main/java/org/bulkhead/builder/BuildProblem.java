package org.bulkhead.builder;

/** An image that cannot be built; the message names the thing, what is wrong with it and the remedy, and is all that a user needs to see. */
public final class BuildProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BuildProblem(String message) {
        super(message);
    }

    public BuildProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
