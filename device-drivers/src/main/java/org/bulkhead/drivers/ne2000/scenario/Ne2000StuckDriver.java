package org.bulkhead.drivers.ne2000.scenario;

import org.bulkhead.drivers.ne2000.Ne2000Service;
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

/**
 * The network driver, but its first {@link #STUCK_LIVES} incarnations have the card interrupt at the end of transfers to and from its memory as well, which nobody acknowledges. From the first frame on the card
 * asserts its line for ever, and interrupts again each time that the driver says that it is done. Later incarnations are healthy.
 */
@Driver(name = "ne0", serves = NetworkInterface.class)
@UsesPci(name = "card", vendor = 0x10EC, device = 0x8029, bars = @PciBar(name = "registers", bar = 0, kind = BarKind.PORTS, bytes = 32))
@UsesService(DataStore.SERVICE)
@Limits(heap = "512K", cpu = "50%", queue = 16, run = "2s", queued = "2s", state = "1K")
public final class Ne2000StuckDriver implements Isolate {
    private static final int STUCK_LIVES = 2;
    /** The register that says what interrupts (DP8390D, section 10.3). */
    private static final int INTERRUPT_MASK = 0x0F;
    /** All events, also the end of a transfer, which the driver does not look for. */
    private static final int WITH_END_OF_TRANSFER = 0x7F;

    private final Ne2000Service service;

    public Ne2000StuckDriver(Grants grants) {
        service = new Ne2000Service(grants);
        if (grants.incarnation() < STUCK_LIVES) {
            grants.pci("card").orElseThrow().ports("registers").write(INTERRUPT_MASK, WITH_END_OF_TRANSFER);
        }
    }

    @Override
    public void run() {
        new ServiceLoop(new NetworkInterfaceDispatcher(service), bits -> service.interrupted()).run();
    }
}
