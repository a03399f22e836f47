package org.bulkhead.programs.util.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Dates and times written and read by patterns, by styles, and by formatters put together. */
@AllocatesMuch
public final class Formatting {
    public static void main(String[] args) {
        ZonedDateTime moment = ZonedDateTime.of(2024, 7, 4, 9, 8, 7, 60_000_000, ZoneId.of("America/New_York"));
        for (String pattern : new String[] {"yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "EEEE, d MMMM uuuu h:mm a", "EEE dd-MMM-yy", "Q QQQ QQQQ", "w e", "D kk KK", "VV z zzzz O OOOO xx", "GGGG G", "''yy''", "B"}) {
            Out.println(DateTimeFormatter.ofPattern(pattern, Locale.US).format(moment));
        }
        for (FormatStyle style : FormatStyle.values()) {
            for (Locale locale : new Locale[] {Locale.US, Locale.ROOT, Locale.ENGLISH}) {
                Out.println(DateTimeFormatter.ofLocalizedDate(style).withLocale(locale).format(moment) + " | "
                    + DateTimeFormatter.ofLocalizedTime(style).withLocale(locale).format(moment) + " | " + DateTimeFormatter.ofLocalizedDateTime(style, FormatStyle.SHORT).withLocale(locale).format(moment));
            }
        }
        for (DateTimeFormatter each : new DateTimeFormatter[] {DateTimeFormatter.ISO_ZONED_DATE_TIME, DateTimeFormatter.RFC_1123_DATE_TIME, DateTimeFormatter.ISO_WEEK_DATE,
            DateTimeFormatter.BASIC_ISO_DATE, DateTimeFormatter.ISO_ORDINAL_DATE, DateTimeFormatter.ISO_INSTANT}) {
            Out.println(each.format(moment));
        }
        Out.println(LocalDate.parse("4 July 2024", DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)) + " " + LocalTime.parse("11:05 PM", DateTimeFormatter.ofPattern("hh:mm a", Locale.US)));
        Out.println(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse("Thu, 4 Jul 2024 13:08:07 GMT")) + " " + ZonedDateTime.parse("2024-07-04 10:00 Europe/Paris", DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV")));
        DateTimeFormatter built = new DateTimeFormatterBuilder().parseCaseInsensitive().appendValue(ChronoField.YEAR, 4, 10, SignStyle.EXCEEDS_PAD).appendLiteral('/')
            .appendText(ChronoField.MONTH_OF_YEAR, TextStyle.SHORT).optionalStart().appendLiteral('/').appendValue(ChronoField.DAY_OF_MONTH).optionalEnd()
            .parseDefaulting(ChronoField.DAY_OF_MONTH, 1).toFormatter(Locale.US);
        Out.println(LocalDate.parse("2024/feb/9", built) + " " + LocalDate.parse("2024/DEC", built) + " " + built.format(LocalDate.of(12345, 1, 1)));
        Out.println(Month.MAY.getDisplayName(TextStyle.FULL, Locale.US) + " " + DayOfWeek.SUNDAY.getDisplayName(TextStyle.NARROW, Locale.ENGLISH) + " " + ZoneId.of("Asia/Tokyo").getDisplayName(TextStyle.FULL, Locale.US));
        parse("2024-02-30", DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT));
        parse("2024-02-30", DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.LENIENT));
        parse("2024-02-30", DateTimeFormatter.ofPattern("uuuu-MM-dd"));
        parse("tomorrow", DateTimeFormatter.ISO_DATE);
        try {
            Out.println(DateTimeFormatter.ofPattern("VV").format(LocalDateTime.of(2024, 1, 1, 0, 0)));
        } catch (DateTimeException e) {
            Out.println(e.getMessage());
        }
        try {
            DateTimeFormatter.ofPattern("yyyy-bb");
        } catch (IllegalArgumentException e) {
            Out.println(e.getMessage());
        }
        Out.println(DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.ofHours(2)).format(Instant.ofEpochSecond(1_700_000_000)));
    }

    private static void parse(String text, DateTimeFormatter formatter) {
        try {
            Out.println(LocalDate.parse(text, formatter).toString());
        } catch (DateTimeException e) {
            Out.println(e.getMessage());
        }
    }
}
