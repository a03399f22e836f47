package org.bulkhead.isolate.protocol;

/** What a component can be told to do wrong, at its next receive, so that its recovery can be tried out: {@link Supervision#inject}. */
public enum InjectedFault {
    /** Throws an exception that nobody catches. */
    EXCEPTION,
    /** Writes to memory that is not its own. */
    WILD_WRITE,
    /** Executes an instruction that only the nucleus may. */
    PRIVILEGED,
    /** Runs for ever without receiving. */
    LOOP,
    /** Waits for ever without receiving requests. */
    HANG,
    /** Ends by itself, with status 1. */
    EXIT,
    /** Allocates until its heap is used up. */
    MEMORY
}
