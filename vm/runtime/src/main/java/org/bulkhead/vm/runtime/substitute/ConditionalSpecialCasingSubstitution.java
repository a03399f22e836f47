package org.bulkhead.vm.runtime.substitute;

import java.util.Locale;

/** A Greek sigma at the end of a word is found without the JDK's word breaking, which needs locale data. */
@Substitutes("java.lang.ConditionalSpecialCasing")
final class ConditionalSpecialCasingSubstitution {
    private ConditionalSpecialCasingSubstitution() {}

    @Alias
    private static native boolean isCased(int point);

    private static boolean isInWord(int point) {
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK || point == '\'';
    }

    @Replace(reason = "words are runs of letters, digits, marks and apostrophes here")
    private static boolean isFinalCased(String text, int index, Locale locale) {
        int next = index + Character.charCount(text.codePointAt(index));
        while (next < text.length() && isInWord(text.codePointAt(next))) {
            int point = text.codePointAt(next);
            if (isCased(point)) {
                return false;
            }
            next += Character.charCount(point);
        }
        int before = index;
        while (before > 0 && isInWord(text.codePointBefore(before))) {
            int point = text.codePointBefore(before);
            if (isCased(point)) {
                return true;
            }
            before -= Character.charCount(point);
        }
        return false;
    }
}
