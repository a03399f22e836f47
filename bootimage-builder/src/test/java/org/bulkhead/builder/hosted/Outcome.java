package org.bulkhead.builder.hosted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** How a process ended: its status, and what it printed, a character for each byte. */
public record Outcome(int status, String output, String errors) {
    private static final long LIMIT_SECONDS = 120;

    /** Runs a command without input to its end, which must come within two minutes. */
    public static Outcome of(List<String> command, Map<String, String> environment) {
        return of(command, environment, Path.of("/dev/null"));
    }

    /** Runs a command with a file as its input to its end, which must come within two minutes. */
    static Outcome of(List<String> command, Map<String, String> environment, Path input) {
        try {
            Path output = Files.createTempFile("output", ".txt");
            Path errors = Files.createTempFile("errors", ".txt");
            try {
                ProcessBuilder builder = new ProcessBuilder(command).redirectInput(input.toFile()).redirectOutput(output.toFile()).redirectError(errors.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    return new Outcome(-1, Files.readString(output, StandardCharsets.ISO_8859_1), "did not end within " + LIMIT_SECONDS + " s");
                }
                return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1), Files.readString(errors, StandardCharsets.ISO_8859_1));
            } finally {
                Files.deleteIfExists(output);
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns this with both texts changed. */
    public Outcome with(UnaryOperator<String> change) {
        return new Outcome(status, change.apply(output), change.apply(errors));
    }

    /** Fails unless a program, run in this way, printed and ended as it was to. */
    void assertIs(Outcome expected, String run) {
        assertEquals(expected.output, output, () -> "output of " + run + "; its errors: " + errors);
        assertEquals(expected.status, status, () -> "exit status of " + run + "; its errors: " + errors);
    }
}
