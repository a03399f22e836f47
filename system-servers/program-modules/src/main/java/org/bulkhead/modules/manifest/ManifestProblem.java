package org.bulkhead.modules.manifest;

/** An isolate's annotations cannot be read; the message says where, what and what to do. */
public final class ManifestProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message where, what, remedy
     */
    public ManifestProblem(String message) {
        super(message);
    }
}
