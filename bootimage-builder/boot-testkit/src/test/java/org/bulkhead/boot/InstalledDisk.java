package org.bulkhead.boot;

import org.bulkhead.drivers.ata.AtaController;
import org.bulkhead.drivers.handover.Handover;
import org.bulkhead.drivers.handover.UpdatableDriver;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.manifest.BarKind;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.PciBar;
import org.bulkhead.isolate.manifest.Ports;
import org.bulkhead.isolate.manifest.UsesInterrupt;
import org.bulkhead.isolate.manifest.UsesPci;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.manifest.VersionOf;
import org.bulkhead.isolate.message.Dispatcher;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.Outcome;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.BlockDeviceDispatcher;
import org.bulkhead.isolate.protocol.DataStore;

/** A version of the disk driver that no image has: it counts what is read, and says so when that is enough for a test. */
@Driver(name = "ata0-count", serves = BlockDevice.class)
@VersionOf("ata0")
@UsesPorts({@Ports(name = "command", first = 0x1F0, count = 8), @Ports(name = "control", first = 0x3F6, count = 1)})
@UsesInterrupt(14)
@UsesPci(name = "controller", classCode = 0x0101, bars = @PciBar(name = "channel", bar = 4, kind = BarKind.DMA, bytes = BlockDevice.TRANSFER_LIMIT), interrupt = false, optional = true)
@UsesService(DataStore.SERVICE)
@Limits(heap = "512K", cpu = "80%", queue = 16, request = "8s", run = "2s", queued = "10s", state = "1K")
public final class InstalledDisk extends UpdatableDriver {
    /** Reads after which it says so. */
    static final int ENOUGH = 20;

    public InstalledDisk(Grants grants) {
        super(grants, new AtaController(grants, new Handover(grants, AtaController.STATE_VERSION)), controller -> new Counting(new BlockDeviceDispatcher(controller)));
    }

    /** Counts reads. */
    private static final class Counting implements Dispatcher {
        private final Dispatcher disks;
        private int reads;

        Counting(Dispatcher disks) {
            this.disks = disks;
        }

        @Override
        public Outcome dispatch(Message message) {
            boolean isRead = message.operation() == BlockDeviceDispatcher.READ;
            Outcome outcome = disks.dispatch(message);
            if (isRead && ++reads == ENOUGH) {
                Log.line("ata0-count: " + reads + " reads");
            }
            return outcome;
        }
    }
}
