package org.bulkhead.programs.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.bulkhead.programs.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs made from seeds compile, end, and print the same each time they are run. */
class RandomProgramTest {
    private static final int SEEDS = 50;
    private static final Duration LONGEST_RUN = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void sameSeedSameSource() {
        assertEquals(RandomProgram.source(7, "A"), RandomProgram.source(7, "A"));
        assertNotEquals(RandomProgram.source(7, "A"), RandomProgram.source(8, "A"));
    }

    @Test
    void fiftySeedsCompileAndTerminate() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> command = new ArrayList<>(List.of("-nowarn", "--release", "17", "-d", classes.toString(), "-cp", location()));
        for (int seed = 0; seed < SEEDS; seed++) {
            Path file = folder.resolve("Random" + seed + ".java");
            Files.writeString(file, RandomProgram.source(seed, "Random" + seed));
            command.add(file.toString());
        }
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, errors, command.toArray(String[]::new));
        assertEquals(0, status, errors.toString(StandardCharsets.UTF_8));
        Set<String> outputs = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            String output = run(classes, "Random" + seed);
            assertEquals(output, run(classes, "Random" + seed));
            assertTrue(output.lines().count() > Type.values().length, "seed " + seed);
            outputs.add(output);
        }
        assertEquals(SEEDS, outputs.size());
    }

    private String run(Path classes, String name) throws IOException {
        PrintStream standard = System.out;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        System.setOut(new PrintStream(output, true, StandardCharsets.US_ASCII));
        URL[] path = {classes.toUri().toURL(), Catalogue.class.getProtectionDomain().getCodeSource().getLocation()};
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            assertTimeoutPreemptively(LONGEST_RUN, () -> {
                loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            }, name);
        } finally {
            System.setOut(standard);
        }
        return output.toString(StandardCharsets.US_ASCII);
    }

    private static String location() {
        return Path.of(java.net.URI.create(Catalogue.class.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
    }
}
