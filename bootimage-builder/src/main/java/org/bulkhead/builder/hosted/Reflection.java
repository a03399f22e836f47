package org.bulkhead.builder.hosted;

/** What reflection finds in a program. */
public enum Reflection {
    /** Names and types of what there is, and no members: all classes are closed, as in images and drivers. */
    NONE,
    /** The members of open classes. */
    OF_OPEN_CLASSES
}
