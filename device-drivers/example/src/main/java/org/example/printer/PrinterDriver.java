package org.example.printer;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Ports;
import org.bulkhead.isolate.manifest.UsesInterrupt;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.message.ServiceLoop;

/** The printer at the first parallel port. */
@Driver(name = "printer0", serves = Printer.class)
@UsesPorts(@Ports(name = "registers", first = 0x378, count = 3))
@UsesInterrupt(7)
@Limits(heap = "512K", cpu = "50%", queue = 8, request = "2s", run = "1s")
public final class PrinterDriver implements Isolate {
    private final ParallelPort printer;

    public PrinterDriver(Grants grants) {
        printer = new ParallelPort(grants.ports("registers"), grants.interrupt(7));
        Log.line("printer0: " + (printer.isReady() ? "ready" : "not ready") + ", life " + grants.incarnation());
    }

    @Override
    public void run() {
        new ServiceLoop(new PrinterDispatcher(printer), bits -> printer.interrupted()).run();
    }
}
