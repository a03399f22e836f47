package org.bulkhead.programs.util.time;

import java.text.DateFormat;
import java.text.DateFormatSymbols;
import java.text.ParseException;
import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Date, Calendar and SimpleDateFormat, and dates in formats of printf. */
@AllocatesMuch
public final class OldDates {
    public static void main(String[] args) throws ParseException {
        Date date = new Date(1_720_098_487_060L);
        Out.println(date + " " + date.getTime() + " " + date.after(new Date(0)));
        SimpleDateFormat format = new SimpleDateFormat("EEE, d MMM yyyy HH:mm:ss.SSS Z zzzz", Locale.US);
        format.setTimeZone(TimeZone.getTimeZone("America/New_York"));
        Out.println(format.format(date) + " " + format.parse(format.format(date)).equals(date) + " " + format.toPattern());
        Out.println(new SimpleDateFormat("yyyy/MM/dd", Locale.ROOT).parse("2001/02/03").getTime() + " " + new SimpleDateFormat("dd", Locale.US).parse("x1", new ParsePosition(0)));
        try {
            new SimpleDateFormat("yyyy", Locale.US).parse("year");
        } catch (ParseException e) {
            Out.println(e.getMessage() + " " + e.getErrorOffset());
        }
        for (int style : new int[] {DateFormat.FULL, DateFormat.LONG, DateFormat.MEDIUM, DateFormat.SHORT}) {
            Out.println(DateFormat.getDateTimeInstance(style, style, Locale.US).format(date) + " | " + DateFormat.getDateInstance(style, Locale.ROOT).format(date));
        }
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("Europe/Berlin"), Locale.US);
        calendar.clear();
        calendar.set(2024, Calendar.JANUARY, 31, 12, 0, 0);
        calendar.add(Calendar.MONTH, 1);
        Out.println(calendar.getTime() + " " + calendar.get(Calendar.WEEK_OF_YEAR) + " " + calendar.getActualMaximum(Calendar.DAY_OF_MONTH) + " " + calendar.getFirstDayOfWeek());
        calendar.roll(Calendar.DAY_OF_MONTH, 5);
        Out.println(calendar.getTimeInMillis() + " " + calendar.get(Calendar.DST_OFFSET) + " " + calendar.getDisplayName(Calendar.DAY_OF_WEEK, Calendar.LONG, Locale.US));
        Out.println(Arrays.toString(new DateFormatSymbols(Locale.US).getShortMonths()) + Arrays.toString(DateFormatSymbols.getInstance(Locale.US).getWeekdays()));
        Out.println(String.format(Locale.US, "%tF %<tT.%<tL %<tZ %<tA %<ta %<tB %<tb %<te %<tj %<tp %<tI %<tk %<ty %<tC %<ts %<tQ %<tD %<tr %<tR %<tc", calendar));
        Out.println(String.format("%1$tY-%1$tm-%1$td %2$TA %2$tH", date, java.time.LocalDateTime.of(2024, 2, 29, 23, 5)) + String.format("%tY", new Date(0)));
        Out.println(TimeZone.getTimeZone("America/New_York").getDisplayName(true, TimeZone.SHORT, Locale.US) + " " + TimeZone.getTimeZone("Asia/Tokyo").getDisplayName(Locale.US));
    }
}
