package org.bulkhead.volume;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as folders have them: u16 seconds / 2, minutes, hours from bit 0, 5 and 11 on; above it u16 day, month, years since 1980 from bit 0, 5 and 9 on. Taken as UTC. */
final class FatTime {
    /** The first moment that can be told: 1980-01-01. */
    private static final int FIRST = 1 << 16 | 1 << 21;
    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = FIRST_YEAR + 127;
    private static final int MILLIS = 1000;

    private FatTime() {}

    /** Returns the time of so many milliseconds since 1970; of one that cannot be told, the first that can. */
    static int of(long millis) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv(millis, MILLIS), 0, ZoneOffset.UTC);
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            return FIRST;
        }
        int day = time.getYear() - FIRST_YEAR << 9 | time.getMonthValue() << 5 | time.getDayOfMonth();
        return day << 16 | time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2;
    }

    /** Returns the milliseconds since 1970 of a time; of what is none, those of the first. */
    static long millis(int stamp) {
        int day = stamp >>> 16;
        try {
            LocalDateTime time = LocalDateTime.of(FIRST_YEAR + (day >>> 9), day >>> 5 & 0xF, day & 0x1F, stamp >>> 11 & 0x1F, stamp >>> 5 & 0x3F, (stamp & 0x1F) * 2);
            return time.toEpochSecond(ZoneOffset.UTC) * MILLIS;
        } catch (DateTimeException e) {
            return millis(FIRST);
        }
    }
}
