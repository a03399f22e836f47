package org.bulkhead.vm.runtime.data;

/** Where sentences end: {@code SentenceBreakIteratorData}. */
public final class SentenceBreaks {
    private SentenceBreaks() {}

    /** Returns the file in parts. */
    public static String[] parts() {
        throw JdkData.missing();
    }
}
