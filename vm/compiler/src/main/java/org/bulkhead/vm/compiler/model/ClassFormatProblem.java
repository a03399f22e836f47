package org.bulkhead.vm.compiler.model;

/** A class file that cannot be used; the message is one line that names the class, what is wrong with it and the remedy. */
public final class ClassFormatProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ClassFormatProblem(String message) {
        super(message);
    }

    public ClassFormatProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
