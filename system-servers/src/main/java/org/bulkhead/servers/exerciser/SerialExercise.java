package org.bulkhead.servers.exerciser;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bulkhead.isolate.InputReader;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.DeviceException;

/**
 * Sends a numbered and checked line, {@code !NUMBER CHECK} in hexadecimal digits, which whoever is at the other end can count; sends back what came in.
 *
 * <p>A line whose driver died in the middle is sent again as a whole: the other end may see a part of it, but never misses one that was confirmed.
 */
final class SerialExercise extends Exercise {
    private static final HexFormat HEX = HexFormat.of();
    private static final int CHECK = 0x5A5A_5A5A;
    /** Shorter than it takes a character to come: it is taken when it is there. */
    private static final long PATIENCE_NANOS = 100_000;

    private final CharacterDevice line;
    private final InputReader input;

    SerialExercise(String device, CharacterDevice line, Complaints complaints) {
        super(device, complaints);
        this.line = line;
        input = new InputReader(line::read);
    }

    @Override
    void round(long round) {
        int number = (int) round;
        byte[] text = ("!" + HEX.toHexDigits(number) + ' ' + HEX.toHexDigits(number ^ CHECK) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        ask(() -> {
            line.write(text);
            return null;
        });
        ask(() -> {
            line.drain();
            return null;
        });
        ask(this::echo);
    }

    private String echo() throws DeviceException {
        byte[] came;
        try {
            came = input.read(CharacterDevice.TRANSFER_LIMIT, PATIENCE_NANOS);
        } catch (DeadlineException e) {
            // Nobody typed.
            return null;
        }
        if (came.length > CharacterDevice.TRANSFER_LIMIT) {
            return "LENGTH";
        }
        line.write(came);
        return null;
    }
}
