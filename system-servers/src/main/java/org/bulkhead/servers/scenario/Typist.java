package org.bulkhead.servers.scenario;

import java.nio.charset.StandardCharsets;
import org.bulkhead.isolate.InputReader;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.DeviceException;

/** Takes down what is typed, and logs each line as {@code @typed line=…}; ends with the line {@code end}. */
abstract class Typist implements Isolate {
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    private static final String END = "end";

    private final StringBuilder line = new StringBuilder();
    private final InputReader input;

    /** Makes one that takes its input from there. */
    Typist(InputReader.Source source) {
        input = new InputReader(source);
    }

    @Override
    public void run() {
        Log.line("@typist ready=yes");
        boolean goesOn = true;
        while (goesOn) {
            for (char each : new String(fetch(), StandardCharsets.ISO_8859_1).toCharArray()) {
                if (each == '\r' || each == '\n') {
                    Log.line("@typed line=" + line);
                    goesOn &= !END.contentEquals(line);
                    line.setLength(0);
                } else {
                    line.append(each);
                }
            }
        }
    }

    private byte[] fetch() {
        try {
            return input.read(CharacterDevice.TRANSFER_LIMIT, PATIENCE_NANOS);
        } catch (DeadlineException e) {
            // Nobody types.
            return new byte[0];
        } catch (DeviceException e) {
            throw new IllegalStateException("the device fails", e);
        }
    }
}
