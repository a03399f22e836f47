package org.bulkhead.boot;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.PciBus;
import org.bulkhead.isolate.protocol.PciBus.BusMastering;

/** Drives no PCI function, and asks for what only drivers of one get. */
@Program(name = "pci-stranger", start = StartMode.BOOT)
@UsesService(PciBus.SERVICE)
public final class PciStranger implements Isolate {
    private final PciBus bus;

    public PciStranger(Grants grants) {
        bus = new Services(grants).connect(PciBus.SERVICE, PciBus.class);
    }

    @Override
    public void run() {
        try {
            bus.configuration(0);
            Log.line("stranger: read a register");
        } catch (DeviceException e) {
            Log.line("stranger: register: " + e.getMessage());
        }
        try {
            bus.busMastering(BusMastering.ON);
            Log.line("stranger: switched mastering on");
        } catch (DeviceException e) {
            Log.line("stranger: mastering: " + e.getMessage());
        }
        Notifications.sleep(Long.MAX_VALUE / 2);
    }
}
