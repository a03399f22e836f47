package org.bulkhead.builder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The trusted base stays small enough to read in a day, as scripts/loc counts it. */
class NucleusSizeTest {
    private static final int LIMIT = 4000;

    @Test
    void nucleusHasAtMostFourThousandLines() throws Exception {
        Path script = Path.of("").toAbsolutePath().resolve("../scripts/loc").normalize();
        assertTrue(Files.isExecutable(script), script + " is missing");
        Process process = new ProcessBuilder(script.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        assertEquals(0, process.waitFor());
        int lines = Integer.parseInt(text);
        assertTrue(lines > 0 && lines <= LIMIT, "the nucleus has " + lines + " lines of code, at most " + LIMIT + " are allowed; see scripts/loc --files");
    }
}
