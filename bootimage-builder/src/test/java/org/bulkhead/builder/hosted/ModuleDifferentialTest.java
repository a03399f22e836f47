package org.bulkhead.builder.hosted;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bulkhead.builder.Progress;
import org.bulkhead.programs.Allocation;
import org.bulkhead.programs.Catalogue;
import org.bulkhead.vm.linker.module.SealedModule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every program of the catalogue that needs no reflection, linked as a module against an image that was built without any program, prints and ends as on HotSpot.
 *
 * <p>The image has the runtime and what that needs of the class library; the rest of a program's world, most of {@code java.base} that it uses included, is the module's.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModuleDifferentialTest {
    private static final Map<Allocation, Integer> COLLECT_EVERY = Map.of(Allocation.LITTLE, 17, Allocation.MUCH, 5003);

    private final List<Catalogue.Program> programs = Catalogue.closed();
    private HostedBase base;
    private HostedModules modules;
    private HotSpot hotSpot;
    private Path executable;

    @BeforeAll
    void build() throws URISyntaxException, IOException {
        Path classes = Path.of(Catalogue.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        base = HostedBuilder.buildBase(Progress.SILENT);
        modules = new HostedModules(base, List.of(classes));
        hotSpot = new HotSpot(classes);
        executable = Files.createTempFile("module", ".elf");
        executable.toFile().setExecutable(true);
    }

    @AfterAll
    void delete() throws IOException {
        Files.deleteIfExists(executable);
    }

    private void link(String program) throws IOException {
        byte[] file = modules.link(program).sealed().toBytes();
        Files.write(executable, base.with(SealedModule.read(file)));
    }

    private Outcome run(Map<String, String> environment) {
        return Outcome.of(List.of(executable.toString()), environment);
    }

    @TestFactory
    Stream<DynamicTest> sameAsOnHotSpotAlsoUnderStress() {
        return programs.stream().map(program -> DynamicTest.dynamicTest(program.className(), () -> {
            link(program.className());
            Outcome expected = hotSpot.run(program.className());
            run(Map.of()).assertIs(expected, program.className());
            run(Map.of("BULKHEAD_GC_EVERY", COLLECT_EVERY.get(program.allocation()).toString())).assertIs(expected, program.className() + " under stress");
        }));
    }

    @Test
    void theSameProgramGivesTheSameBytes() {
        String program = programs.get(programs.size() / 2).className();
        assertArrayEquals(modules.link(program).sealed().toBytes(), modules.link(program).sealed().toBytes());
    }
}
