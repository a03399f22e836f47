package org.bulkhead.nucleus.kernel;

/** Addresses in the entry code, by the names that it exports. The builder fills them in. */
public final class AssemblyLabels {
    /** First of the stubs that the interrupt gates point to. */
    public static int vectorStubs;
    /** Where system calls enter. */
    public static int systemCallEntry;

    private AssemblyLabels() {}
}
