package org.bulkhead.nucleus.kernel;

/** Addresses in the image that the nucleus sends isolates to. The builder fills them in. */
public final class KernelImage {
    /** Where the first thread of every isolate starts. */
    public static int isolateEntry;
    /** Where a thread continues that had a fault for which Java has an exception. */
    public static int faultEntry;

    private KernelImage() {}
}
