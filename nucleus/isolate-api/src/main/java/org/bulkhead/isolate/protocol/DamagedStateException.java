package org.bulkhead.isolate.protocol;

/** A private state is not what was committed: something has overwritten it. None of it is given out; the component begins anew, and its next commit takes the place of the damaged state. */
public class DamagedStateException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message whose state is damaged
     */
    public DamagedStateException(String message) {
        super(message);
    }
}
