package org.bulkhead.vm.compiler.transform;

/** What reflection finds in the world that is being built; decides which substitutions count. */
public enum Reflection {
    /** Nothing: all classes are closed, as in images and drivers. */
    NONE,
    /** The members of open classes. */
    OF_OPEN_CLASSES
}
