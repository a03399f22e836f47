package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;

/** Reports one PCI function to the supervisor, as a PCI server does, and then serves. */
final class ReportingServer implements Isolate {
    /** Interrupt line of the function. */
    static final int LINE = 11;
    private static final PciFunction CARD = new PciFunction(0x10, 0x10EC, 0x8029, 0x020000, LINE, new int[PciFunction.BARS], new int[PciFunction.BARS]);

    private final Grants grants;

    ReportingServer(Grants grants) {
        this.grants = grants;
    }

    @Override
    public void run() {
        Supervision supervision = Services.client(Supervision.class, grants.queue(Supervision.SERVICE));
        try {
            supervision.pciFunctionFound(CARD);
            supervision.pciComplete();
        } catch (SupervisionException e) {
            throw new IllegalStateException(e);
        }
        new EchoingServer(grants).run();
    }
}
