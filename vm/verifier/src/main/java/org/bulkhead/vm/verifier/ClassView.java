package org.bulkhead.vm.verifier;

/** What the verifier has to know of another class. */
public interface ClassView {
    /** The answer of {@link #methodAccess} and {@link #fieldAccess} if the class itself declares no such member. */
    int NOT_DECLARED = -1;

    /** Returns the internal name of the superclass, or null for {@code java/lang/Object}. */
    String superclass();

    boolean isInterface();

    boolean isFinal();

    /** Returns the access flags of a method that the class itself declares, or {@link #NOT_DECLARED}. */
    int methodAccess(String name, String descriptor);

    /** Returns the access flags of a field that the class itself declares, or {@link #NOT_DECLARED}. */
    int fieldAccess(String name, String descriptor);
}
