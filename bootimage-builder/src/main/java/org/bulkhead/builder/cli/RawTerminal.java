package org.bulkhead.builder.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The user's terminal, switched so that each key reaches the system at once and only the system echoes it; closed, it is as it was.
 *
 * <p>Control-C still ends this program.
 */
final class RawTerminal implements AutoCloseable {
    private static final File TERMINAL = new File("/dev/tty");

    private final String saved;
    private final Thread restorer = new Thread(this::restore, "terminal");

    private RawTerminal(String saved) {
        this.saved = saved;
    }

    /** Switches the terminal, or returns null if there is none. */
    static RawTerminal open() {
        if (System.console() == null) {
            return null;
        }
        String saved = stty("-g");
        if (saved == null) {
            return null;
        }
        RawTerminal terminal = new RawTerminal(saved);
        Runtime.getRuntime().addShutdownHook(terminal.restorer);
        stty("-icanon", "-echo", "min", "1", "time", "0");
        return terminal;
    }

    @Override
    public void close() {
        restore();
        try {
            Runtime.getRuntime().removeShutdownHook(restorer);
        } catch (IllegalStateException e) {
            // This program is ending already.
        }
    }

    private void restore() {
        stty(saved);
    }

    /** Returns what stty printed, or null if it failed. */
    private static String stty(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "stty";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command).redirectInput(TERMINAL).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return process.waitFor() == 0 ? text : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
