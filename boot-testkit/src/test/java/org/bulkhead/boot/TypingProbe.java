package org.bulkhead.boot;

import java.util.function.Consumer;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.InputReader;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.InputDevices;

/** Logs each line that comes from the keyboard, and each that comes from the serial line. */
@Program(name = "typing", rank = Rank.PROGRAM, start = StartMode.BOOT)
@UsesService({"ps2", "uart0"})
@Limits(heap = "1M")
public final class TypingProbe implements Isolate {
    private static final long WAIT_NANOS = 5_000_000;

    private final InputReader keyboard;
    private final InputReader line;

    public TypingProbe(Grants grants) {
        Services services = new Services(grants);
        keyboard = new InputReader(services.connect("ps2", InputDevices.class)::read);
        line = new InputReader(services.connect("uart0", CharacterDevice.class)::read);
    }

    @Override
    public void run() {
        Log.line("typing: ready");
        StringBuilder typed = new StringBuilder();
        StringBuilder sent = new StringBuilder();
        while (true) {
            take(keyboard, "typing: keyboard ", typed);
            take(line, "typing: line ", sent);
        }
    }

    private static void take(InputReader input, String name, StringBuilder text) {
        try {
            for (byte each : input.read(CharacterDevice.TRANSFER_LIMIT, WAIT_NANOS)) {
                if (each == '\r' || each == '\n') {
                    Log.line(name + text);
                    text.setLength(0);
                } else {
                    text.append((char) each);
                }
            }
        } catch (DeadlineException e) {
            return;
        } catch (DeviceException e) {
            Log.line(name + e.getMessage());
        }
    }
}
