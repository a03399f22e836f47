package org.bulkhead.vm.runtime.substitute;

/** The byte order of characters in strings. */
@Substitutes("java.lang.StringUTF16")
final class StringUTF16Substitution {
    private StringUTF16Substitution() {}

    @Replace(reason = "the processor is little-endian")
    private static boolean isBigEndian() {
        return false;
    }
}
