package org.bulkhead.drivers.cmos;

import java.time.LocalDate;
import org.bulkhead.isolate.PortRange;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.protocol.Clock;
import org.bulkhead.isolate.protocol.DeviceException;

/**
 * An MC146818 or one of its many descendants, set to universal time.
 *
 * <p>The chip counts on while it is read, and its registers are not to be trusted in the two milliseconds of an update. So the time is what two readings in a row agree on, both made
 * while no update was going on.
 */
final class RealTimeClock implements Clock {
    // Offsets in the port range.
    private static final int INDEX = 0;
    private static final int DATA = 1;

    private static final int SECOND = 0x00;
    private static final int MINUTE = 0x02;
    private static final int HOUR = 0x04;
    private static final int DAY_OF_WEEK = 0x06;
    private static final int DAY = 0x07;
    private static final int MONTH = 0x08;
    private static final int YEAR = 0x09;
    private static final int STATUS_A = 0x0A;
    private static final int STATUS_B = 0x0B;
    /** Not the chip's own, but where PCs keep it. */
    private static final int CENTURY = 0x32;

    private static final int A_UPDATING = 0x80;
    private static final int A_DIVIDER = 0x70;
    private static final int A_DIVIDER_RUNNING = 0x20;
    private static final int B_STOPPED = 0x80;
    private static final int B_INTERRUPTS = 0x70;
    private static final int B_BINARY = 0x04;
    private static final int B_24_HOURS = 0x02;
    private static final int HOUR_AFTERNOON = 0x80;

    private static final int FIRST_YEAR = 1970;
    private static final int YEARS_PER_CENTURY = 100;
    private static final int LAST_CENTURY = 21;
    private static final int THIS_CENTURY = 20;
    private static final int HOURS_PER_HALF_DAY = 12;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3600;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int DAYS_PER_WEEK = 7;
    /** 1 January 1970 was a Thursday, which is the fifth day of a week that begins with day 1 on Sunday. */
    private static final int FIRST_DAY_OF_WEEK = 4;

    /** The first second of 2200, in seconds since 1970. */
    private static final long END = 7_258_118_400L;

    private static final int ATTEMPTS = 20;
    private static final long UPDATE_NANOS = 1_000_000L;

    /** The registers as they were read. */
    private record Reading(int second, int minute, int hour, int day, int month, int year, int century) {}

    private final PortRange registers;

    /** Takes over the chip, with its time: lets it run on if a predecessor had stopped it to set it, and forbids interrupts, which nobody would take. */
    RealTimeClock(PortRange registers) {
        this.registers = registers;
        int b = read(STATUS_B);
        write(STATUS_B, b & ~(B_STOPPED | B_INTERRUPTS));
        int a = read(STATUS_A);
        if ((a & A_DIVIDER) != A_DIVIDER_RUNNING) {
            write(STATUS_A, a & ~(A_DIVIDER | A_UPDATING) | A_DIVIDER_RUNNING);
        }
    }

    private int read(int register) {
        registers.write(INDEX, register);
        return registers.read(DATA);
    }

    private void write(int register, int value) {
        registers.write(INDEX, register);
        registers.write(DATA, value);
    }

    @Override
    public long time() throws DeviceException {
        Reading last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if ((read(STATUS_A) & A_UPDATING) != 0) {
                Notifications.sleep(UPDATE_NANOS);
            } else {
                Reading now = new Reading(read(SECOND), read(MINUTE), read(HOUR), read(DAY), read(MONTH), read(YEAR), read(CENTURY));
                if (now.equals(last)) {
                    return seconds(now);
                }
                last = now;
            }
        }
        throw new DeviceException("the clock does not stop updating itself");
    }

    private long seconds(Reading read) throws DeviceException {
        boolean binary = (read(STATUS_B) & B_BINARY) != 0;
        int year = decoded(read.year, binary);
        int century = century(read.century, binary);
        if (century == 0) {
            century = year < FIRST_YEAR % YEARS_PER_CENTURY ? THIS_CENTURY : THIS_CENTURY - 1;
        }
        int hour = hour(read.hour, binary);
        int minute = decoded(read.minute, binary);
        int second = decoded(read.second, binary);
        int day = decoded(read.day, binary);
        int month = decoded(read.month, binary);
        if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59 || year > 99) {
            throw new DeviceException("the clock's time is none: " + read + ": set it");
        }
        long days = LocalDate.of(century * YEARS_PER_CENTURY + year, month, 1).toEpochDay() + day - 1;
        return days * SECONDS_PER_DAY + hour * SECONDS_PER_HOUR + minute * SECONDS_PER_MINUTE + second;
    }

    private int hour(int value, boolean binary) {
        if ((read(STATUS_B) & B_24_HOURS) != 0) {
            return decoded(value, binary);
        }
        int hour = decoded(value & ~HOUR_AFTERNOON, binary) % HOURS_PER_HALF_DAY;
        return (value & HOUR_AFTERNOON) != 0 ? hour + HOURS_PER_HALF_DAY : hour;
    }

    /** Returns 0 if the register does not hold a century. */
    private static int century(int value, boolean binary) {
        int century = decoded(value, binary);
        return century >= FIRST_YEAR / YEARS_PER_CENTURY && century <= LAST_CENTURY ? century : 0;
    }

    /** Returns what a register says, more than 99 if it is no number. */
    private static int decoded(int value, boolean binary) {
        if (binary) {
            return value;
        }
        int high = value >> 4;
        int low = value & 0xF;
        return high > 9 || low > 9 ? Integer.MAX_VALUE : high * 10 + low;
    }

    private static int encoded(int value, boolean binary) {
        return binary ? value : value / 10 << 4 | value % 10;
    }

    /** Sets the clock in whatever form it keeps its time. */
    @Override
    public void set(long seconds) throws DeviceException {
        if (seconds < 0 || seconds >= END) {
            throw new DeviceException("the clock cannot be set to " + seconds + " seconds after 1970: years up to 2199 are possible");
        }
        long days = seconds / SECONDS_PER_DAY;
        LocalDate date = LocalDate.ofEpochDay(days);
        int time = (int) (seconds % SECONDS_PER_DAY);
        int b = read(STATUS_B);
        boolean binary = (b & B_BINARY) != 0;
        boolean hasCentury = century(read(CENTURY), binary) != 0;
        write(STATUS_B, b | B_STOPPED);
        write(SECOND, encoded(time % SECONDS_PER_MINUTE, binary));
        write(MINUTE, encoded(time / SECONDS_PER_MINUTE % SECONDS_PER_MINUTE, binary));
        write(HOUR, encodedHour(time / SECONDS_PER_HOUR, b));
        write(DAY_OF_WEEK, (int) ((days + FIRST_DAY_OF_WEEK) % DAYS_PER_WEEK) + 1);
        write(DAY, encoded(date.getDayOfMonth(), binary));
        write(MONTH, encoded(date.getMonthValue(), binary));
        write(YEAR, encoded(date.getYear() % YEARS_PER_CENTURY, binary));
        if (hasCentury) {
            write(CENTURY, encoded(date.getYear() / YEARS_PER_CENTURY, binary));
        }
        write(STATUS_B, b);
    }

    private static int encodedHour(int hour, int b) {
        boolean binary = (b & B_BINARY) != 0;
        if ((b & B_24_HOURS) != 0) {
            return encoded(hour, binary);
        }
        int ofHalfDay = encoded(hour % HOURS_PER_HALF_DAY == 0 ? HOURS_PER_HALF_DAY : hour % HOURS_PER_HALF_DAY, binary);
        return hour >= HOURS_PER_HALF_DAY ? ofHalfDay | HOUR_AFTERNOON : ofHalfDay;
    }
}
