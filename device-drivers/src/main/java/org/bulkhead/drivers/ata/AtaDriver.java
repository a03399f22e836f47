package org.bulkhead.drivers.ata;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.manifest.BarKind;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.PciBar;
import org.bulkhead.isolate.manifest.Ports;
import org.bulkhead.isolate.manifest.UsesInterrupt;
import org.bulkhead.isolate.manifest.UsesPci;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.BlockDeviceDispatcher;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Geometry;

/** The disks of the primary ATA channel; unit 0 is the one the machine boots from. */
@Driver(name = "ata0", serves = BlockDevice.class)
@UsesPorts({@Ports(name = "command", first = 0x1F0, count = 8), @Ports(name = "control", first = 0x3F6, count = 1)})
@UsesInterrupt(14)
@UsesPci(name = "controller", classCode = 0x0101, bars = @PciBar(name = "channel", bar = 4, kind = BarKind.DMA, bytes = BlockDevice.TRANSFER_LIMIT), interrupt = false, optional = true)
@Limits(heap = "512K", cpu = "80%", queue = 16, request = "8s", run = "2s", queued = "10s")
public final class AtaDriver implements Isolate {
    private final AtaController controller;
    private final int incarnation;

    public AtaDriver(Grants grants) {
        incarnation = grants.incarnation();
        controller = new AtaController(grants);
    }

    @Override
    public void run() {
        if (incarnation == 0) {
            // A successor has clients waiting.
            report(controller);
        }
        new ServiceLoop(new BlockDeviceDispatcher(controller), bits -> controller.interrupted()).run();
    }

    /** Logs the disks that were found. */
    public static void report(BlockDevice controller) {
        for (int unit = 0; unit < AtaController.UNITS; unit++) {
            try {
                Geometry found = controller.geometry(unit);
                Log.line("ata0: disk" + unit + ": " + found.model() + ", " + found.blocks() + " blocks of " + found.blockSize() + " bytes");
            } catch (DeviceException e) {
                Log.line("ata0: disk" + unit + ": none");
            }
        }
    }
}
