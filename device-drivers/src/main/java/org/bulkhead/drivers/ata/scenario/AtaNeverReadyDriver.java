package org.bulkhead.drivers.ata.scenario;

import org.bulkhead.drivers.ata.AtaController;
import org.bulkhead.drivers.handover.Handover;
import org.bulkhead.drivers.handover.UpdatableDriver;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.BarKind;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.PciBar;
import org.bulkhead.isolate.manifest.Ports;
import org.bulkhead.isolate.manifest.UsesInterrupt;
import org.bulkhead.isolate.manifest.UsesPci;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.BlockDeviceDispatcher;
import org.bulkhead.isolate.protocol.DataStore;

/** Works like the driver that ships, but in its second life it never gets ready: it waits for what does not come. */
@Driver(name = "ata0", serves = BlockDevice.class)
@UsesPorts({@Ports(name = "command", first = 0x1F0, count = 8), @Ports(name = "control", first = 0x3F6, count = 1)})
@UsesInterrupt(14)
@UsesPci(name = "controller", classCode = 0x0101, bars = @PciBar(name = "channel", bar = 4, kind = BarKind.DMA, bytes = BlockDevice.TRANSFER_LIMIT), interrupt = false, optional = true)
@UsesService(DataStore.SERVICE)
@Limits(heap = "512K", cpu = "80%", queue = 16, request = "8s", run = "2s", queued = "10s", state = "1K")
public final class AtaNeverReadyDriver extends UpdatableDriver {
    private static final int NEVER_READY = 1;

    private final int incarnation;

    public AtaNeverReadyDriver(Grants grants) {
        super(grants, new AtaController(grants, new Handover(grants, AtaController.STATE_VERSION)), BlockDeviceDispatcher::new);
        incarnation = grants.incarnation();
    }

    @Override
    public void run() {
        if (incarnation == NEVER_READY) {
            Notifications.await(0, Nucleus.FOREVER);
        }
        super.run();
    }
}
