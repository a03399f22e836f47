package org.bulkhead.builder.interpret;

import org.bulkhead.vm.compiler.model.VmType;

/** Decides which class initialisers the interpreter may run. */
@FunctionalInterface
public interface InitializationPolicy {
    /** Allows every initialiser. */
    InitializationPolicy ALL = type -> true;

    /** Returns whether the initialiser of {@code type} may run while building. */
    boolean mayInitialize(VmType type);

    /** Is told that a class is initialised now. */
    default void initialized(VmType type) {}

    /** Is told that the initialiser of {@code type} did not complete, for the reason {@code cause}. */
    default void failed(VmType type, RuntimeException cause) {}
}
