package org.bulkhead.isolate.message;

/** The caller's lent memory cannot be touched: it is gone with the call, or was never lent that way. A {@link ServiceLoop} refuses the request and goes on. */
public final class LeaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LeaseException(String message) {
        super(message);
    }
}
