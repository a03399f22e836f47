package org.bulkhead.vm.runtime.data;

/** Directions of characters: {@code ubidi.icu}. */
public final class WritingDirections {
    private WritingDirections() {}

    /** Returns the file in parts. */
    public static String[] parts() {
        throw JdkData.missing();
    }
}
