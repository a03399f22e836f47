package org.bulkhead.vm.runtime;

/** The hardware faults that reach a program's own runtime. */
public final class FaultKind {
    /** A memory access that the page tables do not allow: null dereference, stack overflow, or a wild access. */
    public static final int MEMORY = 1;
    /** Integer division by zero. */
    public static final int DIVISION = 2;
    /** Anything else. */
    public static final int OTHER = 3;
    /** An access to memory of a device or of another isolate that is not mapped, or not any more. */
    public static final int WINDOW = 4;

    private FaultKind() {}
}
