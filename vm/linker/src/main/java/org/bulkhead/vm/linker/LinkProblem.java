package org.bulkhead.vm.linker;

/**
 * A world that cannot be linked: something reachable has no code, or breaks a rule of its world. The message names the thing, what is wrong with it and the remedy: one line,
 * or one line and the path that leads to what is wrong.
 */
public final class LinkProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LinkProblem(String message) {
        super(message);
    }
}
