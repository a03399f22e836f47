package org.bulkhead.vm.runtime.data;

/** Composition and decomposition of characters: {@code nfc.nrm}. */
public final class NormalForms {
    private NormalForms() {}

    /** Returns the file in parts. */
    public static String[] parts() {
        throw JdkData.missing();
    }
}
