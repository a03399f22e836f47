package org.bulkhead.builder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The trusted base stays small enough to read in a day, as scripts/loc counts it. */
class NucleusSizeTest {
    private static final int NUCLEUS_LIMIT = 4000;
    private static final int LOADER_LIMIT = 400;

    @Test
    void nucleusHasAtMostFourThousandLines() throws Exception {
        int lines = count();
        assertTrue(lines > 0 && lines <= NUCLEUS_LIMIT, "the nucleus has " + lines + " lines of code, at most " + NUCLEUS_LIMIT + " are allowed; see scripts/loc --files");
    }

    @Test
    void bootLoaderHasAtMostFourHundredLines() throws Exception {
        int lines = count("--loader");
        assertTrue(lines > 0 && lines <= LOADER_LIMIT, "the boot loader has " + lines + " lines of code, at most " + LOADER_LIMIT + " are allowed; see scripts/loc --files --loader");
    }

    private static int count(String... arguments) throws Exception {
        Path script = Path.of("").toAbsolutePath().resolve("../scripts/loc").normalize();
        assertTrue(Files.isExecutable(script), script + " is missing");
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        assertEquals(0, process.waitFor());
        return Integer.parseInt(text);
    }
}
