package org.bulkhead.isolate;

/** A driver, server or program in an address space of its own. */
public interface Isolate {
    /**
     * Does the isolate's work, on its only thread; called once, after the constructor, when the isolate is started. Servers never return. Returning ends the isolate with status 0, an exception that is
     * not caught ends it with {@code UNCAUGHT_EXCEPTION}.
     */
    void run();
}
