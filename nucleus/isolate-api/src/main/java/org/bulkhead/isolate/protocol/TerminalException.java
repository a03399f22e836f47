package org.bulkhead.isolate.protocol;

/** A terminal does not do what was asked; the text says why, and what to do about it. */
public class TerminalException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what is wrong, and what to do about it
     */
    public TerminalException(String message) {
        super(message);
    }
}
