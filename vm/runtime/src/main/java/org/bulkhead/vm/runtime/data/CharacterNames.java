package org.bulkhead.vm.runtime.data;

/** The names of characters: {@code java/lang/uniName.dat}, deflated. */
public final class CharacterNames {
    private CharacterNames() {}

    /** Returns the file in parts. */
    public static String[] parts() {
        throw JdkData.missing();
    }
}
