package org.bulkhead.vm.verifier;

/** The classes around the one that is verified. */
@FunctionalInterface
public interface ClassHierarchy {
    /** Returns the class with the internal name {@code name}, which is no array's; null if there is none. Only classes that are asked for need to be there. */
    ClassView find(String name);
}
