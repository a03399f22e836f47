package org.bulkhead.vm.runtime.substitute;

import java.util.Calendar;
import java.util.Locale;

/** Numbers look as in the root locale; dates and times are left out. */
@Substitutes("java.util.Formatter$FormatSpecifier")
final class FormatSpecifierSubstitution {
    private FormatSpecifierSubstitution() {}

    private static final String ONE_LOCALE = "one way to write numbers, without the locale data that the JDK reads from resources";
    private static final String NO_DATES = "dates and times need calendars, time zones and locale data, which images do not hold";
    private static final int GROUP_SIZE = 3;

    @Replace(reason = ONE_LOCALE)
    private char getZero(Locale locale) {
        return '0';
    }

    @Replace(reason = ONE_LOCALE)
    private StringBuilder localizedMagnitude(StringBuilder into, CharSequence value, int offset, FormatterFlagsSubstitution flags, int width, Locale locale) {
        StringBuilder result = into == null ? new StringBuilder() : into;
        int begin = result.length();
        int length = value.length();
        int dot = offset;
        while (dot < length && value.charAt(dot) != '.') {
            dot++;
        }
        boolean group = flags.contains(FormatterFlagsSubstitution.GROUP);
        for (int i = offset; i < length; i++) {
            result.append(value.charAt(i));
            int left = dot - 1 - i;
            if (group && left > 0 && left % GROUP_SIZE == 0) {
                result.append(',');
            }
        }
        if (flags.contains(FormatterFlagsSubstitution.ZERO_PAD)) {
            while (result.length() < width) {
                result.insert(begin, '0');
            }
        }
        return result;
    }

    @Replace(reason = NO_DATES)
    private void printDateTime(Object argument, Locale locale) {
        throw new UnsupportedOperationException(NO_DATES);
    }

    @Delete(reason = NO_DATES)
    private native void print(Calendar calendar, char conversion, Locale locale);
}
