package org.bulkhead.builder.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.emulator.SerialText.Part;

/**
 * A machine that was started; close it to stop it and to remove its files.
 *
 * <p>Its limit of host time holds from the start on: every wait ends by then, and {@link #awaitEnd} ends the machine.
 */
public final class EmulatorRun implements AutoCloseable {
    private static final int ACCEPT_POLL_MILLIS = 200;
    private static final int DEBUG_POLL_MILLIS = 50;
    private static final int BUFFER_SIZE = 8192;
    private static final int QUOTED_LINES = 12;
    private static final Duration READER_PATIENCE = Duration.ofSeconds(5);

    private final EmulatorConfig config;
    private final Machine machine;
    private final RunFolder folder;
    private final Process process;
    private final SerialText serial;
    private final Thread reader;
    private final Thread cleaner;
    private final CompletableFuture<OutputStream> keyboard = new CompletableFuture<>();
    private final long deadline;
    private final Desk desk;

    EmulatorRun(EmulatorConfig config, Machine machine, RunFolder folder, Process process, ServerSocket server, SerialText serial) {
        this.config = config;
        this.machine = machine;
        this.folder = folder;
        this.process = process;
        this.serial = serial;
        this.deadline = System.nanoTime() + config.timeout().toNanos();
        this.reader = new Thread(() -> read(server), "serial line of " + config.kind().command());
        this.reader.setDaemon(true);
        this.cleaner = new Thread(this::stop, "end of " + config.kind().command());
        Runtime.getRuntime().addShutdownHook(cleaner);
        this.reader.start();
        this.desk = config.display() == Display.ATTENDED ? sitDown() : null;
    }

    private Desk sitDown() {
        try {
            return machine.desk(process, folder);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Returns the machine's screen, keyboard and mouse. Throws IllegalStateException unless the machine was configured with {@link EmulatorConfig#withDisplay}. */
    public Desk desk() {
        if (desk == null) {
            throw new IllegalStateException("nobody sits at the screen of this machine: configure it with withDisplay()");
        }
        return desk;
    }

    /** Returns everything that the system printed so far, without carriage returns. */
    public String serial() {
        return serial.all();
    }

    /** Returns what the system wrote to the debug port (E9) so far, without carriage returns. */
    public String debugConsole() {
        try {
            return machine.debugConsole(folder.path());
        } catch (IOException e) {
            return "";
        }
    }

    /** Returns what the printer at the parallel port has printed so far, without carriage returns; an emulator may keep some of it back until the machine ends. */
    public String paper() {
        try {
            Path file = folder.path().resolve(Machine.PAPER);
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1).replace("\r", "") : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** Returns the emulator's own words about its end: one line, possibly empty. */
    public String emulatorMessage() {
        try {
            return machine.message(folder.path());
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * Waits for a complete line in which a regular expression is found, after everything waited for before.
     *
     * @throws UserProblem if the machine ends or its time is up first; the message quotes the last lines
     */
    public MatchResult awaitLine(String regex) {
        return await(regex, Part.WHOLE_LINES);
    }

    /**
     * Waits for text in which a regular expression is found, after everything waited for before, complete line or not.
     *
     * @throws UserProblem if the machine ends or its time is up first; the message quotes the last lines
     */
    public MatchResult awaitText(String regex) {
        return await(regex, Part.ANYTHING);
    }

    /** Types text on the serial line; waits for the machine to connect it. */
    public void type(String text) {
        try {
            OutputStream out = keyboard.get(remaining().toMillis(), TimeUnit.MILLISECONDS);
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw UserProblem.failure("the machine's serial line is closed", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Waits for the machine to end by itself; ends it when its time is up. */
    public Ending awaitEnd() {
        try {
            if (!process.waitFor(Math.max(0, remaining().toNanos()), TimeUnit.NANOSECONDS)) {
                kill();
                return Ending.TIMED_OUT;
            }
            reader.join(READER_PATIENCE.toMillis());
            return machine.ending(process.exitValue(), folder.path());
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw UserProblem.failure("cannot read what " + config.kind().command() + " left behind: " + e.getMessage(), e);
        }
    }

    /** Returns whether the machine is still running. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Stops the machine if it is still running, and removes its files. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException e) {
            // This program is ending already.
        }
    }

    /**
     * Waits for text on the debug port in which a regular expression is found, wherever it lies.
     *
     * @throws UserProblem if the machine ends or its time is up first; the message quotes the last lines of the serial line
     */
    public MatchResult awaitDebug(String regex) {
        Pattern pattern = Pattern.compile(regex, Pattern.MULTILINE);
        try {
            while (true) {
                // Looked at before the text: what an ended machine has left is complete.
                boolean over = !process.isAlive() || remaining().isZero();
                Matcher matcher = pattern.matcher(debugConsole());
                if (matcher.find()) {
                    return matcher.toMatchResult();
                }
                if (over) {
                    throw UserProblem.failure(whyNot(regex));
                }
                // The emulator writes a file, which nobody announces.
                process.waitFor(DEBUG_POLL_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private MatchResult await(String regex, Part part) {
        try {
            return serial.await(Pattern.compile(regex, Pattern.MULTILINE), part, remaining())
                    .orElseThrow(() -> UserProblem.failure(whyNot(regex)));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private String whyNot(String regex) {
        String why = process.isAlive() ? "the time of " + config.timeout().toSeconds() + " s was up" : "the machine ended (" + awaitEnd() + ")";
        return why + " before /" + regex + "/ was printed; " + tail();
    }

    /** Returns the last lines that the system printed, for a message. */
    public String tail() {
        String[] lines = serial().split("\n");
        StringBuilder text = new StringBuilder("the last lines were:");
        for (int i = Math.max(0, lines.length - QUOTED_LINES); i < lines.length; i++) {
            text.append("\n  ").append(lines[i]);
        }
        if (!process.isAlive() && !emulatorMessage().isEmpty()) {
            text.append("\n  ").append(config.kind().command()).append(": ").append(emulatorMessage());
        }
        return text.toString();
    }

    /**
     * Copies what the run has left so far to another folder, which is made: what the system printed ({@code serial.txt}, {@code debug.txt}), the emulator's settings, output and log; no disks.
     *
     * @throws IOException if it cannot be copied
     */
    public void keepOutput(Path to) throws IOException {
        Files.createDirectories(to);
        Files.writeString(to.resolve("serial.txt"), serial());
        Files.writeString(to.resolve("debug.txt"), debugConsole());
        try (Stream<Path> files = Files.list(folder.path())) {
            for (Path file : (Iterable<Path>) files.filter(each -> !each.toString().endsWith(".img") && Files.isRegularFile(each))::iterator) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Returns the file of the disk that the machine booted, this run's own copy of the image, while the run is not closed. */
    public Path bootDisk() {
        return folder.path().resolve(Machine.BOOT_DISK);
    }

    private Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    private void read(ServerSocket server) {
        try (Socket socket = accept(server)) {
            if (socket != null) {
                socket.setTcpNoDelay(true);
                keyboard.complete(socket.getOutputStream());
                InputStream in = socket.getInputStream();
                byte[] buffer = new byte[BUFFER_SIZE];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    serial.add(buffer, count);
                }
            }
        } catch (IOException e) {
            // The emulator closed the line abruptly: the same as its end.
        } finally {
            keyboard.completeExceptionally(new IOException("closed"));
            serial.end();
        }
    }

    /** Returns null if the emulator ended before it connected. */
    private Socket accept(ServerSocket server) throws IOException {
        server.setSoTimeout(ACCEPT_POLL_MILLIS);
        while (process.isAlive()) {
            try {
                return server.accept();
            } catch (SocketTimeoutException e) {
                // Look again whether the emulator is still there.
            }
        }
        return null;
    }

    private void stop() {
        kill();
        folder.close();
    }

    private void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(READER_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            reader.join(READER_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static UserProblem interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return UserProblem.failure("interrupted", e);
    }
}
