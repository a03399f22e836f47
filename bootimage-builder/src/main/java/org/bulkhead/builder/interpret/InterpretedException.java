package org.bulkhead.builder.interpret;

/** An exception that the interpreted program threw: carries the build address of the Throwable object. */
public final class InterpretedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int throwable;
    private final String path;

    InterpretedException(int throwable, String description, String path) {
        super(description, null, false, false);
        this.throwable = throwable;
        this.path = path;
    }

    /** Returns the build address of the java.lang.Throwable. */
    public int throwable() {
        return throwable;
    }

    /** Returns the interpreted calls that were under way when it was thrown, innermost first. */
    public String path() {
        return path;
    }
}
