package org.bulkhead.drivers.ne2000;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.BarKind;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.PciBar;
import org.bulkhead.isolate.manifest.UsesPci;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.NetworkInterface;
import org.bulkhead.isolate.protocol.NetworkInterfaceDispatcher;

/** The first NE2000 card on the PCI bus. It has no limit on the time of a request, since a client waits for a frame as long as none comes. */
@Driver(name = "ne0", serves = NetworkInterface.class)
@UsesPci(name = "card", vendor = 0x10EC, device = 0x8029, bars = @PciBar(name = "registers", bar = 0, kind = BarKind.PORTS, bytes = 32))
@UsesService(DataStore.SERVICE)
@Limits(heap = "512K", cpu = "50%", queue = 16, run = "2s", queued = "2s", state = "1K")
public final class Ne2000Driver implements Isolate {
    private final Ne2000Service service;

    public Ne2000Driver(Grants grants) {
        service = new Ne2000Service(grants);
    }

    @Override
    public void run() {
        new ServiceLoop(new NetworkInterfaceDispatcher(service), bits -> service.interrupted()).run();
    }
}
