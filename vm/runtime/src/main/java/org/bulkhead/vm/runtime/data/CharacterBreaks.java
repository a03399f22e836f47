package org.bulkhead.vm.runtime.data;

/** Where characters end: {@code CharacterBreakIteratorData}. */
public final class CharacterBreaks {
    private CharacterBreaks() {}

    /** Returns the file in parts. */
    public static String[] parts() {
        throw JdkData.missing();
    }
}
