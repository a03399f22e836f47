package org.bulkhead.vm.runtime.substitute;

/** Regular expressions without canonical equivalence, whose tables would double them. */
@Substitutes("java.util.regex.Pattern")
final class PatternSubstitution {
    private PatternSubstitution() {}

    @Delete(reason = "canonical equivalence (CANON_EQ) needs the tables of Unicode normal forms")
    private static native String normalize(String pattern);
}
