package org.bulkhead.builder.emulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what Bochs shows on a screen that nobody looks at. Its display {@code term} writes to a pseudo terminal that it has made, and would wait for ever when that is full. It says which on standard error.
 */
final class ScreenDrain {
    private static final Pattern SCREEN = Pattern.compile("Bochs connected to screen \"([^\"]+)\"");
    private static final int POLL_MILLIS = 20;

    private ScreenDrain() {}

    /** Reads the screen of {@code bochs}, whose standard error goes to {@code errors}, until it has ended. */
    static void start(Process bochs, Path errors) {
        Thread thread = new Thread(() -> drain(bochs, errors), "screen of bochs");
        thread.setDaemon(true);
        thread.start();
    }

    private static void drain(Process bochs, Path errors) {
        try {
            String screen = screen(bochs, errors);
            if (screen != null) {
                // A process of its own, since a terminal that this one opened could become the one that controls it, and would end it.
                new ProcessBuilder("cat", screen).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            }
        } catch (IOException e) {
            // The machine's folder is gone, and so is the machine.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the name of the pseudo terminal, or null if Bochs has ended before it said one. */
    private static String screen(Process bochs, Path errors) throws IOException, InterruptedException {
        while (bochs.isAlive()) {
            Matcher matcher = SCREEN.matcher(Files.readString(errors, StandardCharsets.ISO_8859_1));
            if (matcher.find()) {
                return matcher.group(1);
            }
            Thread.sleep(POLL_MILLIS);
        }
        return null;
    }
}
