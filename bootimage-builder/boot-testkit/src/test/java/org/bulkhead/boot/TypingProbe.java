package org.bulkhead.boot;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.InputReader;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.RefusedException;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.InputDevices;

/** Logs each line that comes from the keyboard and is not empty, with its number from 0 on. */
@Program(name = "typing", rank = Rank.PROGRAM, start = StartMode.BOOT)
@UsesService("ps2")
@Limits(heap = "1M")
public final class TypingProbe implements Isolate {
    private static final long WAIT_NANOS = 1_000_000_000_000L;

    private final InputReader keyboard;

    public TypingProbe(Grants grants) {
        keyboard = new InputReader(new Services(grants).connect("ps2", InputDevices.class)::read);
    }

    @Override
    public void run() {
        awaitDriver();
        Log.line("typing: ready");
        StringBuilder typed = new StringBuilder();
        int lines = 0;
        while (true) {
            for (byte each : read()) {
                if (each != '\r') {
                    typed.append((char) each);
                } else if (!typed.isEmpty()) {
                    Log.line("typing: line " + lines++ + " " + typed);
                    typed.setLength(0);
                }
            }
        }
    }

    /** A request for no bytes is refused as soon as the driver serves. */
    private void awaitDriver() {
        try {
            keyboard.read(0, WAIT_NANOS);
        } catch (RefusedException e) {
            return;
        } catch (DeviceException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] read() {
        try {
            return keyboard.read(InputDevices.TRANSFER_LIMIT, WAIT_NANOS);
        } catch (DeviceException e) {
            throw new IllegalStateException(e);
        }
    }
}
