package org.bulkhead.builder.interpret;

/** Code that runs while building asked for something that exists only at run time; the message names it and the interpreted call path. */
public final class BuildTimeRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String path;

    /**
     * Makes a refusal.
     *
     * @param what what was asked for and why it is refused
     * @param path the interpreted calls that led there, innermost first
     */
    public BuildTimeRefusal(String what, String path) {
        super(what + (path.isEmpty() ? "" : "; called from " + path), null, false, false);
        this.path = path;
    }

    /** Returns the interpreted calls that led to the refusal, innermost first; empty if there were none. */
    public String path() {
        return path;
    }
}
