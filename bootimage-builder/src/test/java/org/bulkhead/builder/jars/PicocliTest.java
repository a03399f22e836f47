package org.bulkhead.builder.jars;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.bulkhead.builder.hosted.Outcome;
import org.bulkhead.builder.jars.sample.PicocliSample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A command with subcommands, by picocli: help, parsed options of many kinds, and refusals are those of HotSpot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PicocliTest {
    private UnmodifiedJar program;

    @BeforeAll
    void build(@TempDir Path folder) throws IOException {
        program = new UnmodifiedJar(folder, PicocliSample.class, CommandLine.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--help", "--version", "-v -v --unit HOURS", "--unit WEEKS", "add 1 2 3", "-v add 1 -Da=1.5 -Db=2 4", "add", "add x", "greet --name you", "greet --everybody", "greet",
        "greet --name a --everybody", "greet --help", "greet --name x again 7 --loud", "nothing", "--unknown", "--unit DAYS add 5"})
    void sameAsOnHotSpot(String line) {
        Outcome outcome = program.runOnBoth(line.isEmpty() ? new String[0] : line.split(" "));
        assertTrue(!outcome.output().isEmpty() || !outcome.errors().isEmpty());
    }
}
