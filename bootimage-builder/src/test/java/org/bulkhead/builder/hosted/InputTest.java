package org.bulkhead.builder.hosted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bulkhead.builder.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** While one thread of a hosted program waits for input, others run. */
class InputTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void othersRunWhileOneReads() throws URISyntaxException, IOException, InterruptedException {
        Path classes = Path.of(ReadingProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path program = folder.resolve("reading");
        Files.write(program, new HostedBuilder(List.of(classes), List.of(ReadingProgram.class.getName())).build(Progress.SILENT).elf());
        program.toFile().setExecutable(true);
        Process process = new ProcessBuilder(program.toString()).redirectErrorStream(true).start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8); OutputStream input = process.getOutputStream()) {
            // Nothing is typed before the other thread has run to its end.
            assertLines(output, "counted 1", "counted 2", "counted 3");
            type(input, "x");
            assertLines(output, "read x", "waiting");
            type(input, "go\n");
            assertLines(output, "read go", "busy true");
            input.close();
            assertLines(output, "end -1");
            assertEquals(0, process.waitFor());
        } finally {
            process.destroyForcibly();
        }
    }

    private static void type(OutputStream input, String text) throws IOException {
        input.write(text.getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    private static void assertLines(BufferedReader output, String... lines) throws IOException {
        for (String each : lines) {
            assertEquals(each, output.readLine());
        }
    }
}
