package org.bulkhead.drivers.cmos;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.bulkhead.isolate.PortAccess;
import org.bulkhead.vm.magic.Address;

/** An MC146818 that counts on as its registers are read: each access takes time, and an update changes registers one after the other. */
final class ClockModel implements PortAccess {
    /** Accesses per second of the model's time, and how many of them fall into the update. */
    private static final int ACCESSES_PER_SECOND = 37;
    private static final int ACCESSES_OF_UPDATE = 5;

    final int[] registers = new int[128];
    private final int form;
    private LocalDateTime time;
    private int index;
    private int accesses;
    boolean updatesForever;

    /** @param form what status register B says of the form: 2 = 24 hours, 4 = binary */
    ClockModel(int form, LocalDateTime time) {
        this.form = form;
        this.time = time;
        registers[0x0A] = 0x26;
        registers[0x0B] = form;
        registers[0x32] = encode(time.getYear() / 100);
        store();
    }

    /** Lets this many accesses go by. */
    ClockModel skip(int count) {
        for (int i = 0; i < count; i++) {
            tick();
        }
        return this;
    }

    long seconds() {
        return time.toEpochSecond(ZoneOffset.UTC);
    }

    private int encode(int value) {
        return (form & 4) != 0 ? value : value / 10 * 16 + value % 10;
    }

    private int encodeHour(int hour) {
        if ((form & 2) != 0) {
            return encode(hour);
        }
        int half = hour % 12 == 0 ? 12 : hour % 12;
        return encode(half) | (hour >= 12 ? 0x80 : 0);
    }

    private void store() {
        registers[0] = encode(time.getSecond());
        registers[2] = encode(time.getMinute());
        registers[4] = encodeHour(time.getHour());
        registers[7] = encode(time.getDayOfMonth());
        registers[8] = encode(time.getMonthValue());
        registers[9] = encode(time.getYear() % 100);
        if (registers[0x32] != 0) {
            registers[0x32] = encode(time.getYear() / 100);
        }
    }

    private void tick() {
        if ((registers[0x0B] & 0x80) != 0) {
            return;
        }
        accesses++;
        int phase = accesses % ACCESSES_PER_SECOND;
        boolean updating = updatesForever || phase >= ACCESSES_PER_SECOND - ACCESSES_OF_UPDATE;
        registers[0x0A] = registers[0x0A] & 0x7F | (updating ? 0x80 : 0);
        if (phase == ACCESSES_PER_SECOND - 2) {
            // In the middle of the update: the low registers are new, the high ones old.
            int day = registers[7];
            int month = registers[8];
            int year = registers[9];
            time = time.plusSeconds(1);
            store();
            registers[7] = day;
            registers[8] = month;
            registers[9] = year;
        } else if (phase == ACCESSES_PER_SECOND - 1) {
            store();
        }
    }

    @Override
    public int inByte(int port) {
        check(port == 0x71, port);
        tick();
        return registers[index];
    }

    @Override
    public void outByte(int port, int value) {
        if (port == 0x70) {
            index = value;
            return;
        }
        check(port == 0x71, port);
        registers[index] = value;
        if (index == 0x0B && (value & 0x80) == 0) {
            time = LocalDateTime.of(decode(registers[9]) + 100 * (registers[0x32] == 0 ? decode(registers[9]) < 70 ? 20 : 19 : decode(registers[0x32])), decode(registers[8]),
                decode(registers[7]), decodeHour(registers[4]), decode(registers[2]), decode(registers[0]));
        }
    }

    private int decode(int value) {
        return (form & 4) != 0 ? value : value / 16 * 10 + value % 16;
    }

    private int decodeHour(int value) {
        return (form & 2) != 0 ? decode(value) : decode(value & 0x7F) % 12 + ((value & 0x80) != 0 ? 12 : 0);
    }

    private static void check(boolean known, int port) {
        if (!known) {
            throw new AssertionError("port " + Integer.toHexString(port));
        }
    }

    @Override
    public void inShorts(int port, Address to, int count) {
        throw new AssertionError("the clock has no 16-bit ports");
    }

    @Override
    public void outShorts(int port, Address from, int count) {
        throw new AssertionError("the clock has no 16-bit ports");
    }
}
