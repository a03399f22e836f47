package org.bulkhead.builder.hosted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.bulkhead.programs.random.RandomProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Randomly generated programs print and end the same on HotSpot and as native code. Set {@code -Dbulkhead.seed=N} to generate others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomDifferentialTest {
    private static final long FIRST_SEED = Long.getLong("bulkhead.seed", 20_240_101);
    private static final int PROGRAMS = 40;

    private final List<String> names = LongStream.range(FIRST_SEED, FIRST_SEED + PROGRAMS).mapToObj(seed -> "Random" + seed).toList();
    private Suite suite;

    @BeforeAll
    void build(@TempDir Path directory) throws IOException {
        System.out.println("random programs from seed " + FIRST_SEED);
        List<String> arguments = new ArrayList<>(List.of("-nowarn", "-d", directory.toString()));
        for (int i = 0; i < PROGRAMS; i++) {
            Path source = directory.resolve(names.get(i) + ".java");
            Files.writeString(source, RandomProgram.source(FIRST_SEED + i, names.get(i)));
            arguments.add(source.toString());
        }
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)), "javac");
        suite = new Suite(directory, names);
    }

    @AfterAll
    void delete() throws IOException {
        suite.close();
    }

    @TestFactory
    Stream<DynamicTest> sameOutputAndExit() {
        return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> suite.assertSameAsOnHotSpot(name)));
    }
}
