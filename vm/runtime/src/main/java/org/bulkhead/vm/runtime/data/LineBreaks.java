package org.bulkhead.vm.runtime.data;

/** Where lines may be broken: {@code LineBreakIteratorData}. */
public final class LineBreaks {
    private LineBreaks() {}

    /** Returns the file in parts. */
    public static String[] parts() {
        throw JdkData.missing();
    }
}
