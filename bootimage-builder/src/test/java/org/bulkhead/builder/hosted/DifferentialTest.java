package org.bulkhead.builder.hosted;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bulkhead.programs.Allocation;
import org.bulkhead.programs.Catalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every program of the catalogue that needs no reflection prints and ends the same on HotSpot and as native code, also when every few allocations collect garbage. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DifferentialTest {
    private static final int PROGRAMS_WANTED = 250;
    private static final Map<Allocation, List<Integer>> COLLECT_EVERY = Map.of(Allocation.LITTLE, List.of(1, 17), Allocation.MUCH, List.of(5003));

    private final List<Catalogue.Program> programs = Catalogue.closed();
    private Suite suite;

    @BeforeAll
    void build() throws URISyntaxException {
        Path classes = Path.of(Catalogue.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        suite = new Suite(classes, programs.stream().map(Catalogue.Program::className).toList());
    }

    @AfterAll
    void delete() throws IOException {
        suite.close();
    }

    @Test
    void thereAreEnoughPrograms() {
        assertTrue(programs.size() >= PROGRAMS_WANTED, programs.size() + " programs");
    }

    @TestFactory
    Stream<DynamicTest> sameOutputAndExit() {
        return programs.stream().map(program -> DynamicTest.dynamicTest(program.className(), () -> suite.assertSameAsOnHotSpot(program.className())));
    }

    @TestFactory
    Stream<DynamicTest> sameOutputUnderStress() {
        return programs.stream().flatMap(program -> COLLECT_EVERY.get(program.allocation()).stream().map(every ->
            DynamicTest.dynamicTest(program.className() + " collecting at every " + every, () -> suite.assertSameUnderStress(program.className(), every))));
    }
}
