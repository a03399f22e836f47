package org.bulkhead.vm.runtime.substitute;

import java.io.IOException;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;

/** Numbers look as in the root locale, which is how they look in all locales of java.base; dates and times format themselves. */
@Substitutes("java.util.Formatter$FormatSpecifier")
final class FormatSpecifierSubstitution {
    @Alias private char c;

    private FormatSpecifierSubstitution() {}

    private static final String ONE_LOCALE = "one way to write numbers, without the locale data that the JDK reads from resources";
    private static final String DATES_FORMAT_THEMSELVES = "the argument does it, so that calendars, zones and locale data are only in programs that have dates";
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

    @Replace(reason = DATES_FORMAT_THEMSELVES)
    private void printDateTime(Object argument, Locale locale) throws IOException {
        if (argument == null) {
            print("null", locale);
        } else if (argument instanceof Date date) {
            ((DateSubstitution) (Object) date).formatTo(this, c, locale);
        } else if (argument instanceof Calendar calendar) {
            ((CalendarSubstitution) (Object) calendar).formatTo(this, c, locale);
        } else if (argument instanceof TemporalAccessor accessor) {
            ((TemporalSubstitution) (Object) accessor).formatTo(this, c, locale);
        } else if (argument instanceof Long) {
            throw new UnsupportedOperationException("%t of a long would bring calendars into every program that formats: give a java.util.Date");
        } else {
            failConversion(c, argument);
        }
    }

    @Alias
    private native void print(String text, Locale locale) throws IOException;

    @Alias
    native void print(Calendar calendar, char conversion, Locale locale) throws IOException;

    @Alias
    native void print(TemporalAccessor accessor, char conversion, Locale locale) throws IOException;

    @Alias
    private native void failConversion(char conversion, Object argument);

    /** Formats itself, so that a program without dates has no code for them. */
    @Substitutes("java.util.Date")
    static class DateSubstitution {
        void formatTo(FormatSpecifierSubstitution specifier, char conversion, Locale locale) throws IOException {
            Calendar calendar = Calendar.getInstance(locale == null ? Locale.US : locale);
            calendar.setTime((Date) (Object) this);
            specifier.print(calendar, conversion, locale);
        }
    }

    /** Formats itself, so that a program without calendars has no code for them. */
    @Substitutes("java.util.Calendar")
    abstract static class CalendarSubstitution {
        void formatTo(FormatSpecifierSubstitution specifier, char conversion, Locale locale) throws IOException {
            Calendar copy = (Calendar) ((Calendar) (Object) this).clone();
            copy.setLenient(true);
            specifier.print(copy, conversion, locale);
        }
    }

    /** Formats itself, so that a program without times has no code for them. */
    @Substitutes("java.time.temporal.TemporalAccessor")
    interface TemporalSubstitution {
        default void formatTo(FormatSpecifierSubstitution specifier, char conversion, Locale locale) throws IOException {
            specifier.print((TemporalAccessor) (Object) this, conversion, locale);
        }
    }
}
