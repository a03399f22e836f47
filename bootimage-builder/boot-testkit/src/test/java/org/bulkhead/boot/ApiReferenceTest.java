package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Javadoc finds nothing to complain about in the API for authors of drivers, missing comments and parameters included. */
class ApiReferenceTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    @Test
    void everythingPublicIsDocumented(@TempDir Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        int status = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "javadoc").toString(), "@nucleus/isolate-api/src/main/javadoc/options",
            "-classpath", System.getProperty("java.class.path"), "-d", folder.resolve("reference").toString())
            .directory(ROOT.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();

        assertEquals("", Files.readString(output, StandardCharsets.UTF_8));
        assertEquals(0, status);
        assertTrue(Files.readString(folder.resolve("reference/index.html")).contains("IsolateTestkit"));
    }
}
