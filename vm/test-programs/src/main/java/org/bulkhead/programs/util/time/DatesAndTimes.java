package org.bulkhead.programs.util.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import org.bulkhead.programs.Out;

/** Calculations with dates and times, and what is refused. */
public final class DatesAndTimes {
    public static void main(String[] args) {
        LocalDate day = LocalDate.of(2024, Month.FEBRUARY, 29);
        Out.println(day.plusYears(1) + " " + day.minusMonths(1) + " " + day.plusDays(366) + " " + day.getDayOfWeek() + " " + day.isLeapYear() + " " + day.getDayOfYear());
        Out.println(day.with(TemporalAdjusters.lastDayOfMonth()) + " " + day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) + " " + day.with(ChronoField.DAY_OF_YEAR, 1));
        Out.println(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) + " " + day.get(IsoFields.QUARTER_OF_YEAR) + " " + day.get(WeekFields.ISO.dayOfWeek()));
        Out.println(Period.between(LocalDate.of(1999, 12, 31), day) + " " + ChronoUnit.DAYS.between(LocalDate.EPOCH, day) + " " + day.until(LocalDate.of(2030, 1, 1)));
        LocalTime time = LocalTime.of(23, 59, 59, 123_456_789);
        Out.println(time + " " + time.plusNanos(1_000_000_000) + " " + time.truncatedTo(ChronoUnit.MINUTES) + " " + time.toSecondOfDay() + " " + time.minusHours(25));
        LocalDateTime both = day.atTime(time);
        Out.println(both + " " + both.plusSeconds(1) + " " + both.toEpochSecond(ZoneOffset.ofHours(-5)) + " " + both.compareTo(both.minusNanos(1)));
        Duration duration = Duration.ofSeconds(100_000, 5).plusMillis(20);
        Out.println(duration + " " + duration.negated() + " " + duration.toHoursPart() + " " + duration.dividedBy(7) + " " + Duration.parse("P1DT2H3.5S"));
        Instant instant = Instant.ofEpochSecond(1_700_000_000L, 987_654_321);
        Out.println(instant + " " + instant.plus(Duration.ofDays(30)) + " " + instant.truncatedTo(ChronoUnit.HOURS) + " " + instant.toEpochMilli() + " " + Instant.parse("2020-02-30".replace("30", "29") + "T10:15:30.001Z"));
        Out.println(Instant.MIN + " " + Instant.MAX + " " + Instant.EPOCH.minusNanos(1));
        OffsetDateTime offset = OffsetDateTime.of(both, ZoneOffset.ofHoursMinutes(5, 30));
        Out.println(offset + " " + offset.toInstant() + " " + offset.withOffsetSameInstant(ZoneOffset.UTC));
        Out.println(Year.of(2100).isLeap() + " " + YearMonth.of(2024, 2).lengthOfMonth() + " " + MonthDay.of(2, 29).isValidYear(2023) + " " + YearMonth.parse("2031-07").plusMonths(9));
        for (String text : new String[] {"2023-02-29", "2023-13-01", "12:60", "P1X", "2024-1-1"}) {
            try {
                Out.println(text.startsWith("P") ? Period.parse(text).toString() : text.contains(":") ? LocalTime.parse(text).toString() : LocalDate.parse(text).toString());
            } catch (DateTimeException e) {
                Out.println(e.getMessage());
            }
        }
    }
}
