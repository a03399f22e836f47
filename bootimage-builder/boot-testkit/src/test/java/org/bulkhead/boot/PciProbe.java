package org.bulkhead.boot;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.manifest.BarKind;
import org.bulkhead.isolate.manifest.PciBar;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesPci;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.PciBus;
import org.bulkhead.isolate.protocol.PciBus.BusMastering;

/** Has the IDE controller, reads its registers and switches its bus mastering; what else it might do with it, it does not. */
@Program(name = "pci-probe", start = StartMode.BOOT)
@UsesPci(name = "controller", classCode = 0x0101, bars = @PciBar(name = "channel", bar = 4, kind = BarKind.DMA, bytes = 4096), interrupt = false)
@UsesService(PciBus.SERVICE)
public final class PciProbe implements Isolate {
    private static final int NUMBERS = 0;
    private static final int COMMAND = 4;
    private static final int COMMAND_BUS_MASTER = 4;

    private final PciBus bus;

    public PciProbe(Grants grants) {
        bus = new Services(grants).connect(PciBus.SERVICE, PciBus.class);
    }

    @Override
    public void run() {
        try {
            Log.line("probe: numbers " + Integer.toHexString(bus.configuration(NUMBERS)));
            Log.line("probe: at first " + mastering());
            bus.busMastering(BusMastering.OFF);
            Log.line("probe: off " + mastering());
            bus.busMastering(BusMastering.ON);
            Log.line("probe: on " + mastering());
            bus.configuration(COMMAND + 1);
        } catch (DeviceException e) {
            Log.line("probe: " + e.getMessage());
        }
        Notifications.sleep(Long.MAX_VALUE / 2);
    }

    private boolean mastering() throws DeviceException {
        return (bus.configuration(COMMAND) & COMMAND_BUS_MASTER) != 0;
    }
}
