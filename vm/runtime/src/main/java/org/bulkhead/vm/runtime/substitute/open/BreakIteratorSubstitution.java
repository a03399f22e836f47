package org.bulkhead.vm.runtime.substitute.open;

import java.text.BreakIterator;
import java.util.Locale;
import org.bulkhead.vm.runtime.reflect.Resources;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;
import sun.text.RuleBasedBreakIterator;

/** Text is broken by the rules of the root locale, which are those of nearly all others. */
@Substitutes("java.text.BreakIterator")
final class BreakIteratorSubstitution {
    /** In the order of the JDK's numbers. */
    private static final String[] KINDS = {"Character", "Word", "Line", "Sentence"};

    private BreakIteratorSubstitution() {}

    @Replace(reason = "the tables are resources of the program; providers of other locales are not")
    private static BreakIterator createBreakInstance(Locale locale, int type) {
        String file = KINDS[type] + "BreakIteratorData";
        return new RuleBasedBreakIterator(file, Resources.content("sun/text/resources/" + file, null));
    }
}
