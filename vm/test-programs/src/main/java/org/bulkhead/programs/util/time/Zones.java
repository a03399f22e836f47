package org.bulkhead.programs.util.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Date;
import java.util.TimeZone;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Rules of zones of the past and the future, gaps and overlaps, and the zones of java.util. */
@AllocatesMuch
public final class Zones {
    public static void main(String[] args) {
        for (String name : new String[] {"Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "UTC", "GMT+3", "-07:15"}) {
            ZoneId zone = ZoneId.of(name);
            ZoneRules rules = zone.getRules();
            StringBuilder line = new StringBuilder(zone.getId());
            for (long second = -4_000_000_000L; second < 5_000_000_000L; second += 311_111_111L) {
                line.append(' ').append(rules.getOffset(Instant.ofEpochSecond(second)));
            }
            ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(1_700_000_000L));
            Out.println(line.append(' ').append(next).toString());
        }
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        ZonedDateTime gap = LocalDateTime.of(2024, 3, 31, 2, 30).atZone(berlin);
        ZonedDateTime overlap = LocalDateTime.of(2024, 10, 27, 2, 30).atZone(berlin);
        Out.println(gap + " " + overlap + " " + overlap.withLaterOffsetAtOverlap() + " " + overlap.plusHours(1) + " " + gap.toInstant());
        Out.println(ZonedDateTime.parse("2030-06-01T12:00+02:00[Europe/Paris]").withZoneSameInstant(ZoneId.of("Asia/Tokyo")));
        Out.println(ZoneId.systemDefault() + " " + ZoneId.getAvailableZoneIds().contains("Antarctica/Troll") + " " + ZoneId.of("EST", ZoneId.SHORT_IDS) + " " + ZoneOffset.of("+1"));
        for (String wrong : new String[] {"Europe/Nowhere", "", "+25:00", "a b"}) {
            try {
                Out.println(ZoneId.of(wrong).toString());
            } catch (DateTimeException e) {
                Out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
        for (String name : new String[] {"America/Los_Angeles", "Europe/London", "GMT-3:30", "Nowhere"}) {
            TimeZone zone = TimeZone.getTimeZone(name);
            Out.println(zone.getID() + " " + zone.getRawOffset() + " " + zone.getOffset(1_720_000_000_000L) + " " + zone.useDaylightTime() + " " + zone.inDaylightTime(new Date(1_720_000_000_000L)));
        }
        Out.println(TimeZone.getDefault().getID() + " " + TimeZone.getTimeZone("Europe/Rome").toZoneId() + " " + TimeZone.getTimeZone(ZoneId.of("Europe/Rome")).getID());
    }
}
