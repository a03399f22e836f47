package org.bulkhead.nucleus.kernel;

/** Addresses in the image, of the isolates' code and of the entry code. The builder fills them in, the latter by the names that the entry code exports. */
public final class KernelImage {
    /** Where the first thread of every isolate starts. */
    public static int isolateEntry;
    /** Where a thread continues that had a fault for which Java has an exception. */
    public static int faultEntry;
    /** First of the stubs that the interrupt gates point to. */
    public static int vectorStubs;
    /** Where system calls enter. */
    public static int systemCallEntry;

    private KernelImage() {}
}
