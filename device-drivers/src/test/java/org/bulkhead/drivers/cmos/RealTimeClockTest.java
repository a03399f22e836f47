package org.bulkhead.drivers.cmos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time is right in every form the chip may keep it in, whenever it is asked for. */
class RealTimeClockTest {
    private static final Manifest MANIFEST = new Manifest.Builder(0, "cmos0", "test").ports("registers", 0x70, 2).build();

    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private static RealTimeClock start(ClockModel model) {
        return new RealTimeClock(new Grants(new Manifest[] {MANIFEST}, 0, 0, 0, model).ports("registers"));
    }

    private static LocalDateTime random(Random random) {
        return LocalDateTime.ofEpochSecond(random.nextLong(4_000_000_000L), 0, ZoneOffset.UTC);
    }

    /** Whatever the moment of the question, the answer is the time before or after it, never a mixture. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 6})
    void timeIsNeverTorn(int form) throws DeviceException {
        LocalDateTime lastSecond = LocalDateTime.of(1999, 12, 31, 23, 59, 59);
        for (int moment = 0; moment < 80; moment++) {
            ClockModel model = new ClockModel(form, lastSecond).skip(moment);
            RealTimeClock clock = start(model);
            long before = model.seconds();
            long time = clock.time();
            assertTrue(time >= before && time <= model.seconds(), "moment " + moment + ": " + time + " is not from " + before + " to " + model.seconds());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 6})
    void whatIsSetIsRead(int form) throws DeviceException {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            ClockModel model = new ClockModel(form, random(random));
            RealTimeClock clock = start(model);
            assertEquals(model.seconds(), clock.time(), 1, "seed " + seed);
            long wanted = random(random).toEpochSecond(ZoneOffset.UTC);
            clock.set(wanted);
            assertEquals(wanted, model.seconds(), "seed " + seed);
            assertEquals(wanted, clock.time(), 3, "seed " + seed);
            LocalDateTime date = LocalDateTime.ofEpochSecond(wanted, 0, ZoneOffset.UTC);
            assertEquals(date.getDayOfWeek().getValue() % 7 + 1, model.registers[6], "seed " + seed);
        }
    }

    @Test
    void withoutACenturyTheYearDecides() throws DeviceException {
        for (int year : new int[] {1970, 1999, 2000, 2069}) {
            ClockModel model = new ClockModel(2, LocalDateTime.of(year, 6, 1, 12, 0));
            model.registers[0x32] = 0;
            RealTimeClock clock = start(model);
            assertEquals(model.seconds(), clock.time());
            clock.set(1_000_000_000);
            assertEquals(0, model.registers[0x32], "what is no century is left alone");
        }
    }

    @Test
    void aClockThatAPredecessorStoppedRunsOn() throws DeviceException {
        ClockModel model = new ClockModel(2, LocalDateTime.of(2024, 2, 29, 23, 59, 58));
        model.registers[0x0B] |= 0xF0;
        model.registers[0x0A] = 0x66;
        start(model);
        assertEquals(2, model.registers[0x0B]);
        assertEquals(0x26, model.registers[0x0A] & 0x7F);
    }

    @Test
    void aTimeThatIsNoneIsAnError() {
        ClockModel model = new ClockModel(2, LocalDateTime.of(2024, 2, 29, 0, 0));
        RealTimeClock clock = start(model);
        model.registers[8] = 0xFF;
        assertThrows(DeviceException.class, clock::time);
    }

    @Test
    void aClockThatIsAlwaysUpdatingIsAnError() {
        ClockModel model = new ClockModel(2, LocalDateTime.of(2024, 2, 29, 0, 0));
        RealTimeClock clock = start(model);
        model.updatesForever = true;
        assertThrows(DeviceException.class, clock::time);
    }

    @Test
    void timesThatDoNotFitAreRefused() {
        RealTimeClock clock = start(new ClockModel(2, LocalDateTime.of(2024, 2, 29, 0, 0)));
        assertThrows(DeviceException.class, () -> clock.set(-1));
        assertThrows(DeviceException.class, () -> clock.set(Long.MAX_VALUE));
        assertThrows(DeviceException.class, () -> clock.set(7_258_118_400L));
    }
}
