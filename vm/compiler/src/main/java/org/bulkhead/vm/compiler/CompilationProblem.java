package org.bulkhead.vm.compiler;

/** A method that cannot be compiled; the message is one line that names the method and what is wrong. */
public final class CompilationProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CompilationProblem(String message) {
        super(message);
    }

    public CompilationProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
