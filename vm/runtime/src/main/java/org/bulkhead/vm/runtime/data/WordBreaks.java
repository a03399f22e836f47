package org.bulkhead.vm.runtime.data;

/** Where words end: {@code WordBreakIteratorData}. */
public final class WordBreaks {
    private WordBreaks() {}

    /** Returns the file in parts. */
    public static String[] parts() {
        throw JdkData.missing();
    }
}
