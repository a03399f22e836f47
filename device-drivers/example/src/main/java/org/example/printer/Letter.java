package org.example.printer;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.PeerDiedException;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.DeviceException;

/** Prints a letter, line by line. It has no code for a driver that dies between two lines; in the middle of one, it prints that line again. */
@Program(name = "letter", start = StartMode.BOOT)
@Restarts(RestartPolicy.TEMPORARY)
@UsesService("printer0")
@Limits(heap = "1M", cpu = "50%", run = "5s")
public final class Letter implements Isolate {
    static final int LINES = 20;
    private static final long PAUSE_NANOS = 100_000_000;

    private final Printer printer;

    public Letter(Grants grants) {
        printer = new Services(grants).connect("printer0", Printer.class);
    }

    @Override
    public void run() {
        try {
            for (int i = 1; i <= LINES; i++) {
                print("line " + i);
                Log.line("letter: line " + i + " is printed");
                Notifications.sleep(PAUSE_NANOS);
            }
            Log.line("letter: done");
        } catch (DeviceException e) {
            Log.line("letter: " + e.getMessage());
        }
    }

    private void print(String line) throws DeviceException {
        try {
            printer.print(line);
        } catch (PeerDiedException e) {
            if (!e.begun()) {
                throw e;
            }
            Log.line("letter: the driver died in the middle of a line");
            printer.print(line);
        }
    }
}
