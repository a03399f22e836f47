package org.bulkhead.vm.runtime.memory;

/** Finds all references into the heap that lie outside it. */
@FunctionalInterface
public interface Roots {
    /** Calls {@link Collector#forward} for every location outside the heap that may hold a reference into it. Allocates nothing. */
    void forwardAll(Collector collector);
}
