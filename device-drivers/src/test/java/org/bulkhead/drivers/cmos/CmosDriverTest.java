package org.bulkhead.drivers.cmos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import org.bulkhead.isolate.protocol.Clock;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.isolate.testkit.RequestPhase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The driver as its clients meet it, on the real nucleus. */
class CmosDriverTest {
    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private final ClockModel model = new ClockModel(2, LocalDateTime.of(2024, 2, 29, 23, 59, 50));

    @ParameterizedTest
    @EnumSource
    void timeIsReadAndSetAcrossADeath(RequestPhase phase) throws DeviceException {
        kit.start(CmosDriver.class, model);
        Clock clock = kit.connect("cmos0", Clock.class);
        assertEquals(model.seconds(), clock.time(), 1);
        kit.killAtRequest("cmos0", phase, 1);
        clock.set(1_000_000_000);
        assertEquals(1_000_000_000, clock.time(), 3);
        assertEquals(model.seconds(), clock.time(), 1);
    }

    @Test
    void whatCannotBeSetIsTheDevicesTrouble() {
        kit.start(CmosDriver.class, model);
        assertThrows(DeviceException.class, () -> kit.connect("cmos0", Clock.class).set(-1));
    }
}
