package org.bulkhead.vm.runtime.data;

/** Compatibility decomposition of characters: {@code nfkc.nrm}. */
public final class CompatibilityForms {
    private CompatibilityForms() {}

    /** Returns the file in parts. */
    public static String[] parts() {
        throw JdkData.missing();
    }
}
