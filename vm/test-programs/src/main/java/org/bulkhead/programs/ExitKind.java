package org.bulkhead.programs;

/** How a program ends. */
public enum ExitKind {
    /** {@code main} returns: status 0. */
    NORMAL,
    /** An exception leaves {@code main}: status 1, with a trace on the standard error stream. */
    UNCAUGHT,
    /** The program calls {@code System.exit} with the status that {@link Exits#status} names. */
    EXPLICIT
}
