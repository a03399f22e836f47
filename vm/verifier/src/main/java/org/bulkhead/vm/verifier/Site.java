package org.bulkhead.vm.verifier;

import org.bulkhead.vm.verifier.VerificationProblem.Kind;

/** Where in a class file the verifier is, so that a problem can say it. */
public final class Site {
    private String className;
    private String method;
    private int offset = VerificationProblem.NO_OFFSET;

    /** Begins at a class that is called {@code className} until its own name has been read. */
    public Site(String className) {
        this.className = className;
    }

    /** The class has been found to have this internal name. */
    public void enterClass(String internalName) {
        className = internalName.replace('/', '.');
    }

    /** Goes to a method; null leaves it. */
    public void enterMethod(String nameAndDescriptor) {
        method = nameAndDescriptor;
        offset = VerificationProblem.NO_OFFSET;
    }

    /** Goes to an instruction of the method, or with {@link VerificationProblem#NO_OFFSET} to none. */
    public void enterInstruction(int at) {
        offset = at;
    }

    /** Returns the problem that the format is broken here. */
    public VerificationProblem malformed(String reason) {
        return new VerificationProblem(Kind.MALFORMED, className, method, offset, reason);
    }

    /** Returns the problem that the code here breaks a rule. */
    public VerificationProblem unverifiable(String reason) {
        return new VerificationProblem(Kind.UNVERIFIABLE, className, method, offset, reason);
    }

    /** Returns the problem that a class is missing without which the code here cannot be judged. */
    public VerificationProblem missing(String internalName) {
        return new VerificationProblem(Kind.MISSING_CLASS, className, method, offset, "class " + internalName.replace('/', '.') + " is missing, and without it this cannot be verified");
    }
}
