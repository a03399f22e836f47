package org.bulkhead.servers.exerciser;

import java.nio.charset.StandardCharsets;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.DeviceException;

/** Writes the round's number to the screen, in a colour and at a place that change, and expects the refusal that a screen owes to those who read from it. What is shown cannot be read back. */
final class ScreenExercise extends Exercise {
    private static final int ROWS = 25;
    private static final int COLOURS = 8;

    private final CharacterDevice screen;

    ScreenExercise(String device, CharacterDevice screen, Complaints complaints) {
        super(device, complaints);
        this.screen = screen;
    }

    @Override
    void round(long round) {
        String text = "\u001b[" + (round % ROWS + 1) + ";60H\u001b[3" + round % COLOURS + "m" + round + "\u001b[m";
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        ask(() -> {
            screen.write(bytes);
            return null;
        });
        ask(this::refusal);
    }

    private String refusal() {
        try {
            screen.read(CharacterDevice.OLDEST, 1, Long.MAX_VALUE);
            return "INPUT";
        } catch (DeviceException e) {
            return null;
        }
    }
}
