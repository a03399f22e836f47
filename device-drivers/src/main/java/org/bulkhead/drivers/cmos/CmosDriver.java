package org.bulkhead.drivers.cmos;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Ports;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.Clock;
import org.bulkhead.isolate.protocol.ClockDispatcher;

/** The PC's clock. */
@Driver(name = "cmos0", serves = Clock.class)
@UsesPorts(@Ports(name = "registers", first = 0x70, count = 2))
@Limits(heap = "512K", cpu = "20%", queue = 8, request = "2s", run = "1s", queued = "2s")
public final class CmosDriver implements Isolate {
    private final RealTimeClock clock;

    public CmosDriver(Grants grants) {
        clock = new RealTimeClock(grants.ports("registers"));
    }

    @Override
    public void run() {
        new ServiceLoop(new ClockDispatcher(clock), bits -> { }).run();
    }
}
