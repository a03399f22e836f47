package org.bulkhead.modules;

/** A jar cannot become a module, or a module's file is none: the message says in one line what is wrong, where, and what to do about it. Nothing has changed. */
public final class ModuleException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what, where, remedy
     */
    public ModuleException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what, where, remedy
     * @param cause what led to it
     */
    public ModuleException(String message, Throwable cause) {
        super(message, cause);
    }
}
