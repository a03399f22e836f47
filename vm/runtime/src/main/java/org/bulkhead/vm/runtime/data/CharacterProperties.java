package org.bulkhead.vm.runtime.data;

/** Properties of characters for normal forms: {@code uprops.icu}. */
public final class CharacterProperties {
    private CharacterProperties() {}

    /** Returns the file in parts. */
    public static String[] parts() {
        throw JdkData.missing();
    }
}
