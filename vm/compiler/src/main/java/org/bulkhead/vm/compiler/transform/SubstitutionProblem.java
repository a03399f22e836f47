package org.bulkhead.vm.compiler.transform;

/** A substitution that does not fit its target, or breaks the rules for substitutions; the message is one line that names both and the remedy. */
public final class SubstitutionProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    SubstitutionProblem(String message) {
        super(message);
    }
}
