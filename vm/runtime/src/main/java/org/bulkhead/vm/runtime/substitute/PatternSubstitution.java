package org.bulkhead.vm.runtime.substitute;

import java.util.regex.Pattern;
import org.bulkhead.vm.runtime.data.PatternTables;

/** A pattern with flags may ask for canonical equivalence, whose tables come into the program with it. */
@Substitutes("java.util.regex.Pattern")
final class PatternSubstitution {
    @Alias
    private PatternSubstitution(String pattern, int flags) {}

    @Replace(reason = "patterns without flags need no tables of normal forms, and keep them out of a program")
    public static Pattern compile(String pattern, int flags) {
        if ((flags & Pattern.CANON_EQ) != 0) {
            PatternTables.useForms();
        }
        return (Pattern) (Object) new PatternSubstitution(pattern, flags);
    }
}
